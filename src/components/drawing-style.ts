import { standAloneStyle } from '../charts/style.ts';
import { drawingRules } from '../styles/sheet.ts';

/** For drawings that stand alone: files and pictures. */
export const drawingStyle = standAloneStyle(drawingRules.rules, drawingRules.values);
