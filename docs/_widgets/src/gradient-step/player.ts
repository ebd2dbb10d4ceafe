/** Shows updates one after the other in time. */

const SHORTEST_STEP = 280;
const WHOLE_RUN = 5000;

/** Called with the updates made and how far the last of them has come. */
export type Show = (steps: number, phase: number) => void;

export class Player {
  private frame = 0;
  private readonly show: Show;
  private readonly ended: () => void;

  constructor(show: Show, ended: () => void) {
    this.show = show;
    this.ended = ended;
  }

  get playing(): boolean {
    return this.frame !== 0;
  }

  /** Show the updates after `from` up to `to`; a reader who wants no motion sees the last at once. */
  play(from: number, to: number): void {
    this.stop();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still || to <= from) return this.finish(to);
    const pace = Math.min(SHORTEST_STEP, WHOLE_RUN / (to - from));
    const began = performance.now();
    const tick = (now: number): void => {
      const position = from + Math.max(0, now - began) / pace;
      if (position >= to) return this.finish(to);
      this.frame = requestAnimationFrame(tick);
      const steps = Math.floor(position) + 1;
      // Steps shorter than a few frames are shown whole
      this.show(steps, pace < 80 ? 1 : position - Math.floor(position));
    };
    this.frame = requestAnimationFrame(tick);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private finish(steps: number): void {
    this.stop();
    this.show(steps, 1);
    this.ended();
  }
}
