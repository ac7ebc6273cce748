/** Work that must not stand between a key and the picture it makes. */
export interface AfterPaint {
  /** Does the work once the next picture is on the screen, once for however often it was asked. */
  ask(): void;
  /** Does now what still waits. */
  settle(): void;
  /** Forgets what waits. */
  cancel(): void;
}

/** In milliseconds: a page in the background draws nothing, and must not wait for it. */
const longest = 150;

/** Puts work off until after the next frame. */
export function afterPaint(work: () => void): AfterPaint {
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
    clearTimeout(soon);
    frame = null;
  };
  const settle = () => {
    if (frame === null) return;
    cancel();
    work();
  };
  const ask = () => {
    if (frame !== null) return;
    frame = requestAnimationFrame(() => {
      // The frame is drawn when its callbacks are done.
      soon = setTimeout(settle);
    });
    timer = setTimeout(settle, longest);
  };
  return { ask, settle, cancel };
}
