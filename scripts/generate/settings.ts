import { companies, levels, type RuleId } from '../../server/src/rubric/ids';
import { defaultLevel, levelProfiles } from '../../server/src/rubric/profiles';
import { companyProfiles } from '../../server/src/rubric/companies';
import { spokenTimeBudgets } from '../../server/src/rubric/sections';
import { defaultOptions, strictnesses, type Strictness } from '../../server/src/review/options';
import { ruleSettings } from '../../server/src/review/settings';
import { ruleText } from '../../server/src/rules';
import { describedRuleIds, severityNote } from './describedRules';

type Schema = Readonly<Record<string, unknown>>;

const strictnessNotes: Readonly<Record<Strictness, string>> = {
  gentle: 'Only what is nearly certain.',
  balanced: 'What is nearly certain, and what is likely as hints.',
  strict: 'Everything, likely or certain, with its full severity.',
};

const ruleSettingNotes: Readonly<Record<(typeof ruleSettings)[number], string>> = {
  off: 'Never reported.',
  hint: 'Reported as a hint: three dots under the words, and nothing in the Problems panel.',
  information: 'Reported as information.',
  warning: 'Reported as a warning.',
  error: 'Reported as an error.',
};

/** `contributes.configuration` of package.json: every setting with its text, its values and its default. */
export function configuration(): Schema[] {
  return [
    { title: 'Target', properties: target() },
    { title: 'Findings', properties: findings() },
    { title: 'Spoken Time', properties: spokenTime() },
    { title: 'Editor', properties: editor() },
    { title: 'Library', properties: library() },
    { title: 'Confidential Text', properties: confidentialText() },
    { title: 'Language Model', properties: languageModel() },
    { title: 'Advanced', properties: advanced() },
  ];
}

function target(): Schema {
  return {
    'starStories.level': {
      type: 'string',
      enum: levels,
      markdownEnumDescriptions: levels.map(
        (level) => `${levelProfiles[level].name}. ${levelProfiles[level].expects}`,
      ),
      default: defaultLevel,
      scope: 'resource',
      order: 0,
      markdownDescription:
        'The level that you interview for. It decides which evidence a story is asked for. `level` in the front matter of a story wins over it.',
    },
    'starStories.company': {
      type: 'string',
      enum: ['', ...companies],
      enumItemLabels: ['None', ...companies.map((company) => companyProfiles[company].name)],
      markdownEnumDescriptions: [
        'No company in particular.',
        ...companies.map((company) => companyProfiles[company].listensFor),
      ],
      default: '',
      scope: 'resource',
      order: 1,
      markdownDescription:
        'The company that you interview with. Some ask for certain evidence more than others do. `company` in the front matter of a story wins over it.',
    },
    'starStories.principles': {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      default: [],
      scope: 'resource',
      order: 2,
      markdownDescription:
        'Principles of your own, to be used in the front matter of stories next to those of the companies. They are then no longer reported as unknown.',
    },
  };
}

function findings(): Schema {
  return {
    'starStories.enable': {
      type: 'boolean',
      default: true,
      scope: 'resource',
      order: 0,
      markdownDescription: 'Review stories. Where this is off, nothing runs, and nothing is reported.',
    },
    'starStories.strictness': {
      type: 'string',
      enum: strictnesses,
      markdownEnumDescriptions: strictnesses.map((strictness) => strictnessNotes[strictness]),
      default: defaultOptions.strictness,
      scope: 'resource',
      order: 1,
      markdownDescription: 'How certain a finding about the wording has to be before it is reported.',
    },
    'starStories.rules': {
      type: 'object',
      properties: Object.fromEntries(describedRuleIds.map((id, index) => [id, ruleSetting(id, index)])),
      additionalProperties: false,
      default: {},
      scope: 'resource',
      order: 2,
      markdownDescription:
        'Switches single rules off, or gives them another severity. `{ "hedging": "off", "blame": "error" }`, for example. The command **STAR Stories: Open Rule Page** tells what each rule finds.',
    },
  };
}

function ruleSetting(id: RuleId, order: number): Schema {
  const { title, summary } = ruleText(id);
  return {
    type: 'string',
    enum: ruleSettings,
    markdownEnumDescriptions: ruleSettings.map((setting) => ruleSettingNotes[setting]),
    order,
    markdownDescription: `**${title}.** ${summary}\n\nBy default: ${severityNote(id)}.`,
  };
}

function spokenTime(): Schema {
  return {
    'starStories.speakingRate': {
      type: 'number',
      minimum: 60,
      maximum: 400,
      default: spokenTimeBudgets.wordsPerMinute,
      scope: 'resource',
      order: 0,
      markdownDescription: 'How fast you speak, in words a minute.',
    },
    'starStories.limits.setupSeconds': {
      type: 'number',
      minimum: 1,
      default: spokenTimeBudgets.setupSeconds,
      scope: 'resource',
      order: 1,
      markdownDescription: 'How many seconds Situation and Task may take together.',
    },
    'starStories.limits.storySeconds': {
      type: 'number',
      minimum: 1,
      default: spokenTimeBudgets.storySeconds,
      scope: 'resource',
      order: 2,
      markdownDescription: 'How many seconds the whole story may take.',
    },
    'starStories.limits.actionShare': {
      type: 'number',
      minimum: 0,
      maximum: 1,
      default: spokenTimeBudgets.actionShareMinimum,
      scope: 'resource',
      order: 3,
      markdownDescription: `The least share of the spoken time that Action may take, from 0 to 1. The aim is ${spokenTimeBudgets.actionShareAim}.`,
    },
  };
}

function editor(): Schema {
  return {
    'starStories.inlayHints.spokenTime': {
      type: 'boolean',
      default: false,
      scope: 'resource',
      order: 0,
      markdownDescription:
        'Show behind the heading of each section how long it takes to say, and its share of the story.',
    },
    'starStories.semanticHighlighting.enable': {
      type: 'boolean',
      default: true,
      scope: 'resource',
      order: 1,
      markdownDescription:
        'Colour the figures of a story, and in Action the deeds that are your own: a section without colour is one in which nobody counts and nobody acts.',
    },
  };
}

function library(): Schema {
  return {
    'starStories.exclude': {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      uniqueItems: true,
      default: ['**/node_modules/**', '**/.git/**'],
      scope: 'resource',
      order: 0,
      markdownDescription:
        'Glob patterns of files and folders that are no part of the library. A story among them is still reviewed when you open it.',
    },
    'starStories.outline.followEditor': {
      type: 'boolean',
      default: true,
      scope: 'window',
      order: 1,
      markdownDescription: 'Select the story that you edit in the STAR Stories view.',
    },
    'starStories.explorerBadges': {
      type: 'string',
      enum: ['readiness', 'findings', 'off'],
      enumItemLabels: ['Readiness', 'Findings', 'Off'],
      markdownEnumDescriptions: [
        'How far the story is from being told, from 0 to 99; a check mark stands for 100.',
        'How many warnings there are in the story; nothing where there are none.',
        'Nothing.',
      ],
      default: 'readiness',
      scope: 'resource',
      order: 2,
      markdownDescription: 'What the explorer shows behind the file of a story.',
    },
  };
}

function confidentialText(): Schema {
  const list = (order: number, markdownDescription: string): Schema => ({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    default: [],
    scope: 'resource',
    order,
    markdownDescription,
  });
  return {
    'starStories.confidential.names': list(
      0,
      'Names that no story may hold, such as those of customers and projects. They are looked for once the rule `confidential` is switched on in `#starStories.rules#`.',
    ),
    'starStories.confidential.hosts': list(
      1,
      'Domains whose host names are internal: `corp.example.com`, for example. Names that end in `.internal` or `.corp`, and machines such as `db-prod-03`, are known without that.',
    ),
  };
}

function languageModel(): Schema {
  return {
    'starStories.languageModel.enable': {
      type: 'boolean',
      default: true,
      scope: 'resource',
      order: 0,
      markdownDescription:
        'Where your editor has a language model, offer to ask it for a rewrite of a weak sentence, next to the fixes that need none. The sentence and its story are sent only when you choose so, and an answer is offered only when it passes the rules and states no figure that the story does not hold.',
    },
  };
}

function advanced(): Schema {
  return {
    'starStories.trace.server': {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      enumDescriptions: ['Nothing.', 'The names of the messages.', 'The messages with all that they hold.'],
      default: 'messages',
      scope: 'window',
      order: 0,
      markdownDescription:
        'What of the talk with the language server is written to the output channel **STAR Stories**, once its log level is set to Trace.',
    },
  };
}
