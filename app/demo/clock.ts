import { addDays, copenhagenDay, isWorkingDay } from '~/workflows/working-days';
import { numberFrom } from './seed';

const minute = 60_000;

/** The time of one product's story: it only goes forward, on working days, and never comes to the day of loading. */
export class Clock {
  readonly #today: string;
  readonly #seed: string;
  #last = 0;
  #ticks = 0;

  /** @param now the moment of loading, from which all days are counted back */
  constructor(now: Date, seed: string) {
    this.#today = copenhagenDay(now);
    this.#seed = seed;
  }

  /** A morning so many days ago; the working day before it where that is none. */
  at(daysAgo: number): Date {
    let day = addDays(this.#today, -daysAgo);
    while (!isWorkingDay(day)) day = addDays(day, -1);
    const morning = Date.parse(`${day}T07:05:00Z`) + this.#jitter(200) * minute;
    return this.#moveTo(Math.max(morning, this.#last + 3 * minute));
  }

  /** A little later. */
  soon(): Date {
    return this.#moveTo(this.#last + (4 + this.#jitter(14)) * minute);
  }

  #jitter(below: number): number {
    this.#ticks += 1;
    return numberFrom(`${this.#seed} ${this.#ticks}`, below);
  }

  #moveTo(time: number): Date {
    this.#last = time;
    return new Date(time);
  }
}
