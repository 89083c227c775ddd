// Reads the arguments and the environment of every process again and again, and prints where it found the word that it was
// given on its standard input: one JSON document, when its input ends.
import { readdirSync, readFileSync } from 'node:fs';

const INTERVAL_MS = 5;

const read = (file) => {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
};

let word = '';
let rounds = 0;
const seen = new Set();
const hits = new Set();

const look = () => {
  rounds += 1;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) continue;
    seen.add(pid);
    for (const place of ['cmdline', 'environ']) {
      const text = read(`/proc/${pid}/${place}`);
      if (text.includes(word)) hits.add(`${place} of ${text.split('\0').slice(0, 3).join(' ')}`);
    }
  }
};

let timer;
process.stdin.on('data', (chunk) => {
  word += chunk.toString('latin1');
  if (timer !== undefined || !word.endsWith('\n')) return;
  word = word.trim();
  timer = setInterval(look, INTERVAL_MS);
  process.stdout.write('ready\n');
});
process.stdin.on('end', () => {
  clearInterval(timer);
  process.stdout.write(`${JSON.stringify({ rounds, processes: seen.size, hits: [...hits] })}\n`);
});
