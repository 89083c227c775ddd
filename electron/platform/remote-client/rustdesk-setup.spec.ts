import { expect, it } from 'vitest';
import { approveModeIn } from './rustdesk-setup';

it.each([
  ["rendezvous_server = 'x'\n\n[options]\nkey = 'k'\napprove-mode = 'click'\n", 'click'],
  ['[options]\r\napprove-mode = "password"\r\n', 'password'],
  ["[options]\nkey = 'k'\n", null],
  ["approve-mode = 'click'\n[options]\nkey = 'k'\n", null],
  ["[options]\nkey = 'k'\n[other]\napprove-mode = 'click'\n", null],
  ["[options]\n# approve-mode = 'click'\n", null],
  ["[options]\nnot-approve-mode = 'click'\n", null],
  ["[options]\napprove-mode = 'click' or password\n", null],
  ['', null],
])('reads from %j that the approve mode is %j', (text, mode) => expect(approveModeIn(text)).toBe(mode));
