import type { RewriteContext } from '../../../server/src/protocol';

/** What a language model is asked: the sentence, what is weak in it and what the rule advises, and the story that the facts are in. */
export function promptFor({ sentence, section, message, title, why, advice, story }: RewriteContext): string {
  return [
    'Rewrite one sentence of an interview story, which its writer will tell in the first person.',
    `The sentence${section === null ? '' : `, from the part “${section}”`}:`,
    sentence,
    `What is weak in it: ${title}. ${message} ${why}`,
    `What to write instead: ${advice}`,
    [
      'Rules for the answer:',
      '- It is the new sentence and nothing else: no quotes around it, no explanation, no line breaks.',
      '- It keeps the writer’s own words as far as it can, and every figure, name, link and emphasis of the sentence.',
      '- It takes facts from the story below alone. Where a fact is needed that the story does not hold, it has a hole in double braces that says what goes there: {{how many users}}.',
    ].join('\n'),
    'The story:',
    story,
  ].join('\n\n');
}

/** The sentence in an answer: without a code fence, a label or quotes around it, which models add in spite of all. */
export function sentenceIn(answer: string): string {
  const unfenced = answer.trim().replace(/^```[a-z]*\s*\n([^]*?)\n?```$/i, '$1');
  const unlabelled = unfenced
    .trim()
    .replace(/^(?:\*\*)?(?:rewrite|rewritten(?: sentence)?|new sentence|answer)(?:\*\*)?:(?:\*\*)?\s*/i, '');
  return unlabelled.trim().replace(/^(?:"([^"]*)"|“([^”]*)”)$/u, '$1$2');
}
