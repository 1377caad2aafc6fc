import type { Rule } from './rule.ts';
import { rule as attribute } from './rules/attribute.ts';
import { rule as attribution } from './rules/attribution.ts';
import { rule as bareFigure } from './rules/bare-figure.ts';
import { rule as brokenLink } from './rules/broken-link.ts';
import { rule as byteOrderMark } from './rules/byte-order-mark.ts';
import { rule as ceasefire } from './rules/ceasefire.ts';
import { rule as chart } from './rules/chart.ts';
import { rule as claim } from './rules/claim.ts';
import { rule as claimWords } from './rules/claim-words.ts';
import { rule as code } from './rules/code.ts';
import { rule as component } from './rules/component.ts';
import { rule as copiedSource } from './rules/copied-source.ts';
import { rule as csv } from './rules/csv.ts';
import { rule as dateOrder } from './rules/date-order.ts';
import { rule as draftLink } from './rules/draft-link.ts';
import { rule as duplicateRecord } from './rules/duplicate-record.ts';
import { rule as emptyContent } from './rules/empty-content.ts';
import { rule as fileName } from './rules/file-name.ts';
import { rule as footnote } from './rules/footnote.ts';
import { rule as frontMatter } from './rules/front-matter.ts';
import { rule as headingOrder } from './rules/heading-order.ts';
import { rule as hiddenCharacter } from './rules/hidden-character.ts';
import { rule as id } from './rules/id.ts';
import { rule as imageFile } from './rules/image-file.ts';
import { rule as imageText } from './rules/image-text.ts';
import { rule as laterDate } from './rules/later-date.ts';
import { rule as lineEnding } from './rules/line-ending.ts';
import { rule as loadedWord } from './rules/loaded-word.ts';
import { rule as lostMarkup } from './rules/lost-markup.ts';
import { rule as manyMarks } from './rules/many-marks.ts';
import { rule as mdxSyntax } from './rules/mdx-syntax.ts';
import { rule as mergeConflict } from './rules/merge-conflict.ts';
import { rule as nameVariant } from './rules/name-variant.ts';
import { rule as normalForm } from './rules/normal-form.ts';
import { rule as plainFile } from './rules/plain-file.ts';
import { rule as plainValue } from './rules/plain-value.ts';
import { rule as poorAddress } from './rules/poor-address.ts';
import { rule as proseMarkup } from './rules/prose-markup.ts';
import { rule as publicFile } from './rules/public-file.ts';
import { rule as quote } from './rules/quote.ts';
import { rule as quoteQuantity } from './rules/quote-quantity.ts';
import { rule as quoteVerbatim } from './rules/quote-verbatim.ts';
import { rule as rawHtml } from './rules/raw-html.ts';
import { rule as releasedFile } from './rules/released-file.ts';
import { rule as schema } from './rules/schema.ts';
import { rule as seedChanged } from './rules/seed-changed.ts';
import { rule as seedCoverage } from './rules/seed-coverage.ts';
import { rule as seedMissing } from './rules/seed-missing.ts';
import { rule as seedTwice } from './rules/seed-twice.ts';
import { rule as seedUnknown } from './rules/seed-unknown.ts';
import { rule as seedWords } from './rules/seed-words.ts';
import { rule as series } from './rules/series.ts';
import { rule as seriesFile } from './rules/series-file.ts';
import { rule as setAside } from './rules/set-aside.ts';
import { rule as sharePicture } from './rules/share-picture.ts';
import { rule as silentChange } from './rules/silent-change.ts';
import { rule as singleAccount } from './rules/single-account.ts';
import { rule as statementQuantity } from './rules/statement-quantity.ts';
import { rule as strayFile } from './rules/stray-file.ts';
import { rule as stub } from './rules/stub.ts';
import { rule as tab } from './rules/tab.ts';
import { rule as unknownKey } from './rules/unknown-key.ts';
import { rule as unknownReference } from './rules/unknown-reference.ts';
import { rule as unreadableFile } from './rules/unreadable-file.ts';
import { rule as unsafeLink } from './rules/unsafe-link.ts';
import { rule as untracedWords } from './rules/untraced-words.ts';
import { rule as unusedRecord } from './rules/unused-record.ts';
import { rule as vanishedAddress } from './rules/vanished-address.ts';
import { rule as weekday } from './rules/weekday.ts';
import { rule as yaml } from './rules/yaml.ts';

/** Every rule of the desk, one for each file of rules/, in order of name. */
export const rules: readonly Rule[] = [
	attribute,
	attribution,
	bareFigure,
	brokenLink,
	byteOrderMark,
	ceasefire,
	chart,
	claim,
	claimWords,
	code,
	component,
	copiedSource,
	csv,
	dateOrder,
	draftLink,
	duplicateRecord,
	emptyContent,
	fileName,
	footnote,
	frontMatter,
	headingOrder,
	hiddenCharacter,
	id,
	imageFile,
	imageText,
	laterDate,
	lineEnding,
	loadedWord,
	lostMarkup,
	manyMarks,
	mdxSyntax,
	mergeConflict,
	nameVariant,
	normalForm,
	plainFile,
	plainValue,
	poorAddress,
	proseMarkup,
	publicFile,
	quote,
	quoteQuantity,
	quoteVerbatim,
	rawHtml,
	releasedFile,
	schema,
	seedChanged,
	seedCoverage,
	seedMissing,
	seedTwice,
	seedUnknown,
	seedWords,
	series,
	seriesFile,
	setAside,
	sharePicture,
	silentChange,
	singleAccount,
	statementQuantity,
	strayFile,
	stub,
	tab,
	unknownKey,
	unknownReference,
	unreadableFile,
	unsafeLink,
	untracedWords,
	unusedRecord,
	vanishedAddress,
	weekday,
	yaml,
];
