import { z } from 'zod';
import type { Azar } from './azar.ts';

/** What a text box, a path or a header may be sent. */
export const TEXTOS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '0x10',
  'NaN',
  'null',
  'si',
  'no',
  'a',
  'x'.repeat(300),
  'x'.repeat(9_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud83d',
  '😀'.repeat(50),
  'e\u0301'.repeat(200),
  '\u202eabc',
  '\u200b\u00ad',
  'İıſß',
  'constructor',
  '__proto__',
  'toString',
  '../../etc/passwd',
  '%00',
  '%',
  '%zz',
  "'; drop table rut.titular; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '[object Object]',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31',
  '-271821-04-20',
  '2026-03-10T15:00:00Z',
  '99999999999999999999999999',
  '1.990.100.001',
  '١٢٣',
  '１２３',
  '0'.repeat(500),
  '9'.repeat(400),
  'persona@ejemplo.co',
  `${'a'.repeat(250)}@ejemplo.co`,
  '+57 399 555 0101',
  'Calle 13 A # 5 - 20',
  'ABC234',
  'a'.repeat(26),
  'x'.repeat(43),
  '00000000-0000-7000-8000-000000000000',
];

const OTROS: readonly unknown[] = [null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, [], {}, [[]], { $ne: 1 }];

/** Any JSON at all, not deep. */
export function cualquiera(azar: Azar): unknown {
  if (azar.unaDe(8)) return { [azar.uno(TEXTOS)]: azar.uno(TEXTOS) };
  if (azar.unaDe(8)) return [azar.uno(TEXTOS), azar.uno(OTROS)];
  return azar.unaDe(2) ? azar.uno(TEXTOS) : azar.uno(OTROS);
}

type Forma = Record<string, unknown>;

/** JSON Schema of what a route reads; undefined when it reads nothing that can be told. */
export function formaDe(esquema: z.ZodType | undefined): Forma | undefined {
  if (!esquema) return undefined;
  return z.toJSONSchema(esquema, { io: 'input', unrepresentable: 'any' });
}

/** Names of the fields of a form. */
export const camposDeForma = (forma: Forma | undefined): string[] => Object.keys(forma?.properties ?? {});

/** Something that fits a schema, or nearly: one value in six is anything. */
export function generar(forma: Forma, azar: Azar, hondo = 0): unknown {
  if (azar.unaDe(6) || hondo > 5) return cualquiera(azar);
  if ('const' in forma) return forma.const;
  const { enum: opciones, anyOf, oneOf, allOf, type } = forma;
  if (Array.isArray(opciones) && opciones.length > 0) return azar.uno(opciones as unknown[]);
  const alternativas = anyOf ?? oneOf ?? allOf;
  if (Array.isArray(alternativas) && alternativas.length > 0)
    return generar(azar.uno(alternativas as Forma[]), azar, hondo + 1);
  switch (type) {
    case 'object': {
      const propiedades = Object.entries((forma.properties ?? {}) as Record<string, Forma>);
      return Object.fromEntries(
        propiedades.flatMap(([campo, f]) => (azar.unaDe(8) ? [] : [[campo, generar(f, azar, hondo + 1)]])),
      );
    }
    case 'array':
      return Array.from({ length: azar.entero(4) }, () =>
        generar((forma.items ?? {}) as Forma, azar, hondo + 1),
      );
    case 'integer':
      return azar.uno([0, 1, 7, -1, 2_147_483_648, Number.MAX_SAFE_INTEGER]);
    case 'number':
      return azar.uno([0, 1.5, -1, 1e21]);
    case 'boolean':
      return azar.unaDe(2);
    default:
      return azar.uno(TEXTOS);
  }
}
