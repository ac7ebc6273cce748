/** Every table, by noun. */
export * from './cases';
export * from './catalogue';
export * from './declarations';
export * from './disputes';
export * from './log';
export * from './mail';
export * from './people';
export * from './published';
export * from './questionnaires';
export * from './supplier-people';
export * from './suppliers';
