/**
 * How many words a text takes to say. Ordinary words count one each, whatever marks stand at them; figures count as they are said
 * (rubric, section 3): "2.5 s" is "two point five seconds", 4 words; "p99" 2; "99.9%" 4; "$8K" 3; "14:02" 3. Dashes alone count none.
 */
export function spokenWords(text: string): number {
  let count = 0;
  let start = -1;
  let letters = false;
  let special = false;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x202f) {
      if (start >= 0) count += special ? spokenWordsOf(text.slice(start, at)) : letters ? 1 : 0;
      start = -1;
      letters = special = false;
      continue;
    }
    if (start < 0) start = at;
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters = true;
    else if (code >= 48 && code <= 57) special = true;
    else if (code > 127 ? !isPunctuation(code) : isSaid(code)) special = true;
  }
  return count;
}

/** Dashes, quotation marks and the ellipsis are not said. */
function isPunctuation(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2026) || code === 0xab || code === 0xbb;
}

/** # $ % & + < = > @ ~ */
function isSaid(code: number): boolean {
  return (
    code === 35 ||
    code === 36 ||
    code === 37 ||
    code === 38 ||
    code === 43 ||
    (code >= 60 && code <= 62) ||
    code === 64 ||
    code === 126
  );
}

const part = /\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}(?:,\d{3})+|\d+|[\p{L}\p{M}_'’]+|->|=>|\S/gu;

/** The words of one run without white space that holds a digit or a sign. */
function spokenWordsOf(run: string): number {
  const parts = run.match(part) ?? [];
  const holdsDigit = /\d/.test(run);
  if (!holdsDigit && /\p{L}/u.test(run) && !/[%&+=@$€£→°]/.test(run)) return 1;
  let count = 0;
  parts.forEach((text, index) => {
    const previous = parts[index - 1] ?? '';
    const next = parts[index + 1] ?? '';
    if (/^\d/.test(text))
      count += previous === '.' && /^\d/.test(parts[index - 2] ?? '') ? text.length : spokenNumber(text);
    else if (/^\p{L}/u.test(text))
      count += isInflection(text, previous) ? 0 : text.toLowerCase() === 'fps' ? 3 : 1;
    else count += spokenMark(text, previous, next);
  });
  return count;
}

/** "3rd", "90s" (the years): letters that only bend the number. A second is written so too, and after a whole number it is said. */
function isInflection(text: string, previous: string): boolean {
  return /^(?:st|nd|rd|th)$/.test(text) && /^\d/.test(previous);
}

const saidAlways = /^(?:[%$€£¥₹~≈&+=@×→⇒]|->|=>)$/;

function spokenMark(mark: string, previous: string, next: string): number {
  const between = /^\d/.test(previous) && /^\d/.test(next);
  if (mark === '.') return between ? 1 : 0;
  if (/^[-–—]$/.test(mark)) return between && mark !== '—' ? 1 : 0;
  if (mark === '−') return 1;
  if (mark === '/') return between ? 0 : /^\d|[%\p{L}]/u.test(previous) && next !== '' ? 1 : 0;
  if (mark === '°') return 1;
  if (mark === '<' || mark === '>' || mark === '≤' || mark === '≥' || mark === '#')
    return next === '' ? 0 : 1;
  return saidAlways.test(mark) ? 1 : 0;
}

function spokenNumber(text: string): number {
  if (text.includes(':'))
    return text.split(':').reduce((count, digits, index) => count + spokenClockPart(digits, index), 0);
  const digits = text.replace(/,/g, '');
  if (digits.length > 12 || (digits.length > 1 && digits.startsWith('0'))) return digits.length;
  const value = Number(digits);
  // Years, ports and ids of four digits are said in pairs: "twenty nineteen", "eighty-four forty-three".
  if (digits.length === 4 && !text.includes(',') && value % 100 >= 10) return 2;
  return cardinalWords(value);
}

/** "14:02" is "fourteen oh two", "14:00" "fourteen hundred", "09:10" "nine ten". */
function spokenClockPart(digits: string, index: number): number {
  if (index === 0) return 1;
  return digits === '00' ? 1 : digits.startsWith('0') ? 2 : 1;
}

/** Words of a whole number: "twenty-five" is one, "three thousand one hundred forty" five. */
function cardinalWords(value: number): number {
  if (value < 100) return 1;
  if (value < 1000) return 2 + (value % 100 ? 1 : 0);
  for (const size of [1e9, 1e6, 1e3]) {
    if (value >= size)
      return cardinalWords(Math.floor(value / size)) + 1 + (value % size ? cardinalWords(value % size) : 0);
  }
  return 1;
}
