/** Written out in the cases they are printed in: with the `i` flag "for the press" would be an agency. */
const AGENCY =
  '(?:(?:Reuters|REUTERS|AP|AFP|DPA|dpa|EPA(?:-EFE)?|EFE|PA|UPI|TASS|Xinhua|Kyodo|Bloomberg|Getty|Alamy|Shutterstock|iStock|Unsplash|Imago|IMAGO)(?: (?:Images|Photo|Wire|News))?|Associated Press|Wikimedia Commons|\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)? (?:Images|Photos|Pictures|Photo Agency))';
/** Such names are also outlets', so they need a photographer beside them. */
const WIRE = '\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)? (?:Wire|Press|News Agency|News)';
const PERSON = "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}|de |van |von |der )[\\p{L}.'’-]*){0,4}";

/** "Reuters/Jane Doe", "Jonas Petrel / Coast Wire", "Getty Images", "Name via Reuters" and nothing else. */
const AGENCY_LINE = new RegExp(
  `^\\(?(?:${AGENCY}(?:\\s?[/|]\\s?${PERSON}){0,2}|${WIRE}\\s?/\\s?${PERSON}|${PERSON}(?:\\s?/|\\s+via)\\s?(?:${AGENCY}|${WIRE}))\\)?\\.?$`,
  'u',
);

/** "Agency/Jane Doe" with an agency nobody has heard of: one side a single word, the other a full name. */
const SLASHED =
  /^(?:\p{Lu}\p{L}+\s?\/\s?\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+|\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+\s?\/\s?\p{Lu}\p{L}+)$/u;

const OPENS =
  /^(?:\(|\[)?(?:photos?|photograph(?:s|y|er)?|pictures?|images?|illustration|video|graphic|foto|bild|credits?|image credits?|photo credits?|caption|courtesy)(?:\s+(?:credits?|caption))?\s*(?::|\/|by\s|via\s|courtesy\s|courtesy of\s|©)/iu;

const CLOSES =
  /(?:\(\s*(?:file\s+)?(?:photo|photograph|picture|image|illustration|foto|ap photo|courtesy|credit)\b[^()]{0,120}\)|\((?:getty images|(?:reuters|ap|afp|epa|pa|dpa)\s?\/\s?[^()]{1,60})\)|\/\s?getty images|[.”"]\s+(?:photo|photograph|picture|foto|credit):\s[^.!?]{2,80}|[.”"]\s+file (?:photo|picture))[.)]?$/iu;

/** "LINDEN, NV - MARCH 2: …" as agencies begin a caption; the month in capitals tells it from a dateline. */
const DATELINED =
  /^\p{Lu}[\p{Lu}\s.,'’-]{2,60}\s[-–—]{1,2}\s(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\.? \d{1,2}(?:,? \d{4})?:/u;

/** Words after the picture's own in one caption: "The ferry at Pier 4. Coast Wire/Jonas Petrel". */
const TRAILING_CREDIT = /[.!?”"]\s+([^.!?]{3,60})$/u;

/** Is this piece a photo's caption or credit? Longer ones than 1,500 UTF-16 units are never taken for one. */
export function isCaption(text: string): boolean {
  if (text.length > 1500) return false;
  if (text.length <= 120 && (AGENCY_LINE.test(text) || SLASHED.test(text) || /^(?:©|\(c\)\s)/iu.test(text))) {
    return true;
  }
  if (text.length <= 500 && OPENS.test(text)) return true;
  if (DATELINED.test(text) || CLOSES.test(text.slice(-160))) return true;
  if (text.length > 500) return false;
  const credit = TRAILING_CREDIT.exec(text.slice(-80))?.[1];
  return credit?.includes('/') === true && (AGENCY_LINE.test(credit) || SLASHED.test(credit));
}
