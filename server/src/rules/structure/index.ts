import type { StructureRule } from '../rule';
import { confidential } from './confidential';
import { duplicateSection } from './duplicate-section';
import { emptySection } from './empty-section';
import { inconsistentFigures } from './inconsistent-figures';
import { invalidFrontMatter } from './invalid-front-matter';
import { lateMitigation } from './late-mitigation';
import { missingEvidence } from './missing-evidence';
import { missingSection } from './missing-section';
import { sectionOrder } from './section-order';
import { stopsAtFix } from './stops-at-fix';
import { longSetup, longStory, thinAction } from './timing';
import { unknownValue } from './unknown-value';
import { unresolvedPlaceholder } from './unresolved-placeholder';
import { unstructuredStory } from './unstructured-story';

/** The rules that read the whole story, in the order of the rubric. A new rule is one file and one line here. */
export const structureRules: readonly StructureRule[] = [
  missingSection,
  emptySection,
  sectionOrder,
  duplicateSection,
  unstructuredStory,
  longSetup,
  thinAction,
  longStory,
  ...missingEvidence,
  lateMitigation,
  stopsAtFix,
  inconsistentFigures,
  unresolvedPlaceholder,
  invalidFrontMatter,
  unknownValue,
  confidential,
];
