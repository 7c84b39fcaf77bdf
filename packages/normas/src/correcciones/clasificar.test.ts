import { describe, expect, it } from 'vitest';
import { inflesz } from '../../pruebas/inflesz.ts';
import { fecha } from '../fechas/index.ts';
import { clasificarError, ERRORES } from './index.ts';
import type { CampoErrado, ClasificacionDelError, ErrorPorCorregir } from './index.ts';

function clasificar(error: ErrorPorCorregir): ClasificacionDelError {
  const r = clasificarError(error);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const PLAZO = { vence: fecha('2025-08-12') };

describe('errores de forma (Ley 962 de 2005, art. 43)', () => {
  it.each(['nit', 'nombre', 'concepto', 'anio', 'periodo', 'cuota'] as const)(
    'en el recibo, %s: se corrige de una vez, sin sanción y en cualquier tiempo',
    (campo) => {
      expect(clasificar({ documento: 'recibo', campo })).toMatchObject({
        clase: 'formal',
        camino: 'de-una-vez',
        sancion: null,
        plazo: null,
        norma: 'Ley 962 de 2005, art. 43',
      });
    },
  );

  it.each(['nit', 'nombre', 'anio', 'periodo', 'actividad'] as const)('en la declaración, %s', (campo) => {
    expect(clasificar({ documento: 'declaracion', campo })).toMatchObject({ clase: 'formal', sancion: null });
  });

  it.each(['aritmetica', 'transcripcion'] as const)('%s: solo si el impuesto a cargo no cambia', (campo) => {
    const error = { documento: 'declaracion', campo } as const;
    expect(clasificar(error)).toMatchObject({ clase: 'no-se-sabe', falta: 'cambiaElImpuesto' });
    expect(clasificar({ ...error, cambiaElImpuesto: false }).clase).toBe('formal');
    expect(clasificar({ ...error, cambiaElImpuesto: true, diferencia: 1n })).toMatchObject({
      clase: 'sustancial',
      sancion: 'ET 644',
    });
  });

  it('el saldo del período anterior se trae si no se pidió su devolución', () => {
    const error = { documento: 'declaracion', campo: 'arrastre', cambiaElImpuesto: false } as const;
    expect(clasificar(error)).toMatchObject({ clase: 'no-se-sabe', falta: 'saldoPedido' });
    expect(clasificar({ ...error, saldoPedido: false })).toMatchObject({ clase: 'formal', certeza: 'dian' });
    expect(clasificar({ ...error, saldoPedido: true })).toMatchObject({
      clase: 'sustancial',
      camino: 'caso',
    });
  });
});

describe('errores de fondo (ET 588, 589, 644)', () => {
  const VALOR = { documento: 'declaracion', campo: 'valor', ...PLAZO } as const;

  it.each([
    [100n, 'ET 588 y 644', 'ET 644', '2028-08-12'],
    [0n, 'ET 588', null, '2028-08-12'],
    [-100n, 'ET 589', null, '2026-08-12'],
  ] as const)('con una diferencia de %s', (diferencia, norma, sancion, hasta) => {
    expect(clasificar({ ...VALOR, diferencia })).toMatchObject({
      clase: 'sustancial',
      camino: 'declaracion',
      norma,
      sancion,
      plazo: { hasta },
    });
  });

  it('una diferencia de criterio no tiene sanción', () => {
    expect(clasificar({ ...VALOR, diferencia: 5n, diferenciaDeCriterio: true }).sancion).toBeNull();
  });

  it('el último día del plazo todavía se puede; después la ve un funcionario', () => {
    const aTiempo = clasificar({ ...VALOR, diferencia: -1n, dia: fecha('2026-08-12') });
    expect(aTiempo).toMatchObject({ camino: 'declaracion', plazo: { vencido: false } });
    const tarde = clasificar({ ...VALOR, diferencia: -1n, dia: fecha('2026-08-13') });
    expect(tarde).toMatchObject({ camino: 'caso', plazo: { vencido: true } });
    expect(tarde.razon).toContain('12 de agosto de 2026');
  });

  it('un dato de forma que cambia el impuesto es de fondo', () => {
    expect(
      clasificar({ documento: 'declaracion', campo: 'actividad', cambiaElImpuesto: true, diferencia: 9n }),
    ).toMatchObject({ clase: 'sustancial', sancion: 'ET 644' });
  });

  it('sin saber cuánto cambia no se dice que hay sanción', () => {
    const r = clasificar(VALOR);
    expect(r).toMatchObject({ clase: 'no-se-sabe', falta: 'diferencia' });
    expect(r.sancion).toBeUndefined();
  });

  it('lo que las fuentes no resuelven va a un caso, y no se dice como cierto', () => {
    expect(clasificar({ documento: 'declaracion', campo: 'retenciones' })).toMatchObject({
      clase: 'no-se-sabe',
      camino: 'caso',
      certeza: 'parametro',
    });
  });

  it('el valor de un recibo no se cambia: lo que sobra se devuelve o se abona', () => {
    expect(clasificar({ documento: 'recibo', campo: 'pagado' })).toMatchObject({ norma: 'ET 815 y 850' });
  });

  it('lo que no es de ese documento se rechaza', () => {
    expect(clasificarError({ documento: 'recibo', campo: 'valor' })).toMatchObject({ codigo: 'campo-ajeno' });
    expect(clasificarError({ documento: 'declaracion', campo: 'cuota' })).toMatchObject({ ok: false });
  });
});

it('cada respuesta se entiende', () => {
  const campos = Object.keys(ERRORES) as CampoErrado[];
  const frases = campos.flatMap((campo) =>
    (['declaracion', 'recibo'] as const).flatMap((documento) =>
      [undefined, -1n, 0n, 1n].flatMap((diferencia) =>
        [undefined, true, false].flatMap((si) => {
          const r = clasificarError({
            documento,
            campo,
            ...PLAZO,
            dia: fecha('2029-01-01'),
            ...(diferencia !== undefined && { diferencia }),
            ...(si !== undefined && { cambiaElImpuesto: si, saldoPedido: si }),
          });
          return r.ok ? [r.valor.razon, r.valor.queHacer] : [r.mensaje];
        }),
      ),
    ),
  );
  for (const frase of frases) expect(frase).toMatch(/^[A-Z«].*[^.]\.$/);
  expect(inflesz([...new Set(frases)].join(' '))).toBeGreaterThanOrEqual(65);
});
