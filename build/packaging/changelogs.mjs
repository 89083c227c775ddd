import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wrapped } from '../linux/tools/wrapped.mjs';
import { REPOSITORY } from '../setup/paths.mjs';
import { NAME } from './product.mjs';

/** The versions of CHANGELOG.md, the newest first: `## VERSION (DAY)` and what changed, one text a point. */
export function changes() {
  const text = readFileSync(path.join(REPOSITORY, 'CHANGELOG.md'), 'utf8');
  const [, ...sections] = text.split(/^## /m);
  return sections.map((section) => {
    const [, version, day] = /^(\S+) \((\d{4}-\d\d-\d\d)\)/.exec(section);
    const points = section.split(/^- /m).slice(1);
    return { version, day, points: points.map((point) => point.trim().replaceAll(/\s+/g, ' ')) };
  });
}

/** The same as deb-changelog(5) has it; the newest one under the version that the package bears. */
export function debianChangelog(packageVersion, maintainer) {
  return changes()
    .map(({ version, day, points }, index) => {
      const lines = points.flatMap((point) =>
        wrapped(point, 74).map((line, at) => (at === 0 ? `  * ${line}` : `    ${line}`)),
      );
      const date = new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '+0000');
      const named = index === 0 ? packageVersion : version;
      return `${NAME} (${named}) stable; urgency=medium\n\n${lines.join('\n')}\n\n -- ${maintainer}  ${date}\n`;
    })
    .join('\n');
}

/** The same as the section %changelog of a spec file has it. */
export function rpmChangelog(packageVersion, maintainer) {
  return changes()
    .map(({ version, day, points }, index) => {
      const [weekday, dayOfMonth, month, year] = new Date(`${day}T00:00:00Z`).toUTCString().split(/,? /);
      const named = index === 0 ? packageVersion : version;
      const lines = points.flatMap((point) =>
        wrapped(point, 76).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
      );
      return `* ${weekday} ${month} ${dayOfMonth} ${year} ${maintainer} - ${named}-1\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
