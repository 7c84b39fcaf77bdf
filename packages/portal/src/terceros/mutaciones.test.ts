import { gzipSync } from 'node:zlib';
import { azarDeSemilla, entregaLimpia, FORMATOS, nombreDe, type Hallazgo } from '@autogestion/normas/exogena';
import { expect, it } from 'vitest';
import { enCsv, enTabla, enXlsx, enXml } from '../../pruebas/exogena.ts';
import type { Fuente } from './lectura/fuente.ts';
import { ArchivoIlegible } from './lectura/ilegible.ts';
import { revisarFuente } from './validar-archivo.ts';

/** `MUTACIONES=5000` tries them all, by hand. */
const CUANTAS = Number(process.env.MUTACIONES ?? 220);
const TRUCOS = [
  '"',
  '<',
  '>',
  '&#0;',
  '\0',
  ';',
  '\n',
  '=1+1',
  '1e99',
  '-',
  '\ufeff',
  '\ud800',
  '<!DOCTYPE a>',
  ']]>',
];

const enMemoria = (nombre: string, contenido: Buffer): Fuente => ({
  nombre,
  tamano: contenido.length,
  async *bytes(desde, hasta = contenido.length) {
    yield contenido.subarray(desde, hasta);
  },
});

it(`de ${CUANTAS} entregas dañadas ninguna hace caer al lector, y todo lo que dice se puede leer`, async () => {
  for (let semilla = 1; semilla <= CUANTAS; semilla += 1) {
    const azar = azarDeSemilla(semilla);
    const hasta = (n: number) => Math.floor(azar() * n);
    const formato = FORMATOS[semilla % FORMATOS.length];
    if (!formato) throw new Error('There are formats');
    const registros = entregaLimpia(formato, 1 + hasta(12), semilla);
    const clases: [string, Buffer][] = [
      [nombreDe(formato), Buffer.from(enXml(formato, registros), 'latin1')],
      ['a.csv', Buffer.from(enCsv(enTabla(formato, registros), ';,\t'[hasta(3)]))],
      ['a.xlsx', enXlsx(enTabla(formato, registros))],
      ['a.csv.gz', gzipSync(enCsv(enTabla(formato, registros)))],
    ];
    const [nombre, entera] = clases[hasta(clases.length)] ?? ['', Buffer.alloc(0)];
    let contenido = Buffer.from(entera);
    for (let i = 0; i <= hasta(4); i += 1) {
      const en = hasta(contenido.length);
      const [antes, despues] = [contenido.subarray(0, en), contenido.subarray(en)];
      const truco = Buffer.from(TRUCOS[hasta(TRUCOS.length)] ?? '');
      contenido =
        [
          () => Buffer.concat([antes, truco, despues]),
          () => Buffer.concat([antes, despues.subarray(1 + hasta(40))]),
          () => Buffer.concat([antes, Buffer.from([hasta(256)]), despues.subarray(1)]),
          () => Buffer.concat([antes, despues.subarray(0, hasta(200)), despues]),
          () => antes,
        ][hasta(5)]?.() ?? contenido;
    }
    const hallazgos: Hallazgo[] = [];
    const r = await revisarFuente(enMemoria(nombre, contenido), {
      alHallar: (h) => void hallazgos.push(h),
      maximo: 4 * 1024 * 1024,
    }).catch((error: unknown) => {
      if (error instanceof ArchivoIlegible) return undefined;
      throw new Error(`seed ${semilla}`, { cause: error });
    });
    for (const h of hallazgos)
      expect(
        h.mensaje !== '' && h.mensaje.length <= 500 && h.campo.length <= 60 && h.fila >= 0,
        `seed ${semilla}`,
      ).toBe(true);
    if (r) expect(r.registros, `seed ${semilla}`).toBeLessThan(100);
  }
}, 600_000);
