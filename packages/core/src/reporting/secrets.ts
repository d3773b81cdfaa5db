import { remember } from '../values/bounded-cache.js';
import { cutText } from './cut-text.js';
import { isSecretName } from './secret-names.js';
import { redactShapes, redactText } from './secret-shapes.js';

/** What is replaced in what is printed. */
export interface Secrets {
  /** A text of that length at most, without what has the form of a secret. */
  readonly strip: (text: string, length: number) => string;
  /** The same for the frames of a stack, of which a storm has the same ones again and again. */
  readonly stripFrames: (frames: string, length: number) => string;
  /** Whether the value of a member of that name is never printed. */
  readonly isName: (name: string) => boolean;
}

/** The same for one report, which has a bound as a whole. */
export interface BoundSecrets extends Secrets {
  /** Whether there is room for more. */
  readonly hasRoom: () => boolean;
}

/** How many characters of text are looked at for one report, and how many for a text that is cut. */
const MAX_REPORT = 65_536;
const BEHIND_CUT = 1024;

/** Bounds what is printed of one report, and how long that takes, whatever is inside of what. */
export function boundSecrets({ strip, stripFrames, isName }: Secrets): BoundSecrets {
  let left = MAX_REPORT;
  const bounded =
    (stripOf: Secrets['strip']): Secrets['strip'] =>
    (text, length) => {
      const room = Math.max(0, Math.min(length, left));
      left -= Math.min(text.length, room + BEHIND_CUT) + 1;
      return stripOf(text, room);
    };
  return {
    strip: bounded(strip),
    stripFrames: bounded(stripFrames),
    isName,
    hasRoom: () => left > 0,
  };
}

/** How many characters of frames are remembered; ten frames have a thousand. */
const MAX_FRAMES = 4096;
const redactFrames = remember(redactShapes);

/** What is known as secret by its form or its name. */
export const KNOWN_SECRETS: Secrets = {
  strip: redactText,
  stripFrames: (frames, length) =>
    frames.length > Math.min(length, MAX_FRAMES)
      ? redactText(frames, length)
      : cutText(redactFrames(frames), length),
  isName: isSecretName,
};

/** Nothing, where it has been replaced already. */
export const NO_SECRETS: Secrets = { strip: cutText, stripFrames: cutText, isName: () => false };
