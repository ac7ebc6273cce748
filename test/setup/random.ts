import fc from 'fast-check';

// The same examples in every run: a run that fails for what another has found by chance blames the wrong change. To look
// for new ones, run a test with FAST_CHECK_SEED set to another number.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_124) });
