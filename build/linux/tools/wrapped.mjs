/** The text in lines of at most so many characters; a longer word stands alone. */
export const wrapped = (text, width) =>
  text
    .trim()
    .split(/\s+/)
    .reduce((lines, word) => {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      return lines.length > 0 && longer.length <= width ? [...lines.slice(0, -1), longer] : [...lines, word];
    }, []);
