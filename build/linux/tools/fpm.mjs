#!/usr/bin/env node
/** Makes deb and rpm packages with dpkg-deb and rpmbuild, called by electron-builder in the place of `fpm -s dir -t deb|rpm`. */
import { rmSync } from 'node:fs';
import { buildDeb } from './deb.mjs';
import { readFpmWords } from './fpm-words.mjs';
import { buildRpm } from './rpm.mjs';
import { stageFiles } from './stage.mjs';

const BUILDERS = { deb: buildDeb, rpm: buildRpm };

const { options, files } = readFpmWords(process.argv.slice(2));
const build = BUILDERS[options['output-type']];
if (build === undefined) throw new Error(`fpm: no package of type ${options['output-type']}`);
const stage = stageFiles(files, Number(process.env.SOURCE_DATE_EPOCH));
try {
  build(options, stage);
} finally {
  rmSync(stage.folder, { recursive: true, force: true });
}
