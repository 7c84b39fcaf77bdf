import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ErrorDeUso } from './error-de-uso.ts';
import { leePorLineas, porLineas } from './por-lineas.ts';

afterEach(() => vi.restoreAllMocks());

async function responderA(texto: string, responder: (pregunta: object) => string): Promise<string[]> {
  const fuera: string[] = [];
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([texto]) as typeof process.stdin);
  vi.spyOn(process.stdout, 'write').mockImplementation((t) => fuera.push(String(t)) > 0);
  const codigo = await porLineas(responder);
  vi.restoreAllMocks();
  expect(codigo).toBe(0);
  return fuera;
}

describe('--entrada -', () => {
  it('cada renglón tiene su respuesta, en su orden; uno vacío no tiene ninguna', async () => {
    expect(await responderA('{"a":1}\n\n  \n{"a":2}', JSON.stringify)).toEqual(['{"a":1}\n', '{"a":2}\n']);
  });

  it.each(['{"a":', 'null', '[1]', '"x"', '7'])(
    '«%s» no es un objeto JSON: se dice y se sigue',
    async (malo) => {
      const [primera = '', segunda] = await responderA(`${malo}\n{"a":2}`, JSON.stringify);
      expect(JSON.parse(primera)).toEqual({
        error: { codigo: 'entrada', mensaje: expect.stringContaining('JSON') as string },
      });
      expect(segunda).toBe('{"a":2}\n');
    },
  );

  it('una marca de orden de bytes delante no es parte del JSON', async () => {
    expect(await responderA('\ufeff{"a":1}\n{"a":2}', JSON.stringify)).toEqual(['{"a":1}\n', '{"a":2}\n']);
  });

  it('un error de uso dice el código, la frase y la casilla', async () => {
    const [respuesta = ''] = await responderA('{}', () => {
      throw new ErrorDeUso('negativo', 'Escriba un valor de cero o más.', '32');
    });
    expect(JSON.parse(respuesta)).toEqual({
      error: { codigo: 'negativo', mensaje: 'Escriba un valor de cero o más.', casilla: '32' },
    });
  });

  it('un error del programa no se disfraza de entrada mala', async () => {
    const falla = responderA('{}', () => {
      throw new TypeError('del programa');
    });
    await expect(falla).rejects.toThrow('del programa');
  });

  it('solo se lee de la entrada estándar', () => {
    expect(leePorLineas(undefined)).toBe(false);
    expect(leePorLineas('-')).toBe(true);
    expect(() => leePorLineas('archivo.json')).toThrow(ErrorDeUso);
  });
});
