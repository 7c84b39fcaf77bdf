import { describe, expect, it } from 'vitest';
import { baseNoResponde } from './no-responde.ts';

const con = (mas: object, mensaje = 'x') => Object.assign(new Error(mensaje), mas);

describe('la base no responde', () => {
  it.each([
    ['nadie escucha', con({ code: 'ECONNREFUSED', syscall: 'connect' })],
    ['su socket no está', con({ code: 'ENOENT', syscall: 'connect' })],
    ['colgó', con({ code: 'ECONNRESET' })],
    ['el disco está lleno', con({ code: '53100' })],
    ['no admite más conexiones', con({ code: '53300' })],
    ['la están apagando', con({ code: '57P01' })],
    ['arranca', con({ code: '57P03' })],
    ['solo lee', con({ code: '25006' })],
    ['el pool se cansó de esperar', con({}, 'timeout exceeded when trying to connect')],
    ['se cortó a la mitad', con({}, 'Connection terminated unexpectedly')],
  ])('cuando %s', (_que, error) => {
    expect(baseNoResponde(error)).toBe(true);
  });

  it.each([
    ['una sentencia mal escrita', con({ code: '42601' })],
    ['una restricción', con({ code: '23505' })],
    ['una fila que no es de uno', con({ code: '42501' })],
    ['un archivo que no está', con({ code: 'ENOENT', syscall: 'open' })],
    ['una falla nuestra', new TypeError('x is not a function')],
    ['lo que no es un error', 'Connection terminated'],
  ])('no es eso %s', (_que, error) => {
    expect(baseNoResponde(error)).toBe(false);
  });
});
