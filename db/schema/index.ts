/** Every table, by noun. */
export * from './cases';
export * from './catalogue';
export * from './declarations';
export * from './disputes';
export * from './feeds';
export * from './letters';
export * from './log';
export * from './mail';
export * from './people';
export * from './public-review';
export * from './published';
export * from './questionnaires';
export * from './reasons';
export * from './supplier-people';
export * from './suppliers';
export * from './threads';
