import { chartsHold } from '../charts/promises.ts';
import { ownLedger } from '../support/own-content.ts';

/** Every chart of content/. No golden: a figure may change at any time. */
chartsHold(ownLedger());
