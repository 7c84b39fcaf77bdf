import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatearPesos } from '@autogestion/normas/dinero';
import {
  archivoCargado,
  confirmarArchivo,
  MAXIMO_DE_RECAUDO,
  preverRecaudo,
  recibirArchivo,
  type Prevision,
} from '../obligaciones/index.ts';
import type { Actor } from '../plataforma/index.ts';
import { conLaBase } from './base.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';

const QUIEN: Actor = { tipo: 'sistema', trabajo: 'importar-recaudo' };

/** A bank's file, from a program: it is read whole, and the office's jobs post it. */
export const ordenRecaudoImportar: Orden = {
  uso: 'recaudo importar ARCHIVO.txt [--revisar] [--json]',
  ayuda: 'Carga un archivo de recaudo de un banco (Asobancaria 2001)',
  detalle: 'Con --revisar dice qué se hará y no registra nada.',
  opciones: { revisar: { type: 'boolean' }, json: { type: 'boolean' } },
  async ejecutar({ argumentos: [camino], opciones, entorno }) {
    if (!camino) throw new ErrorDeUso('sin-archivo', 'Falta el archivo.');
    const contenido = await leer(camino);
    return conLaBase(entorno, async (enTransaccion) => {
      const r = await enTransaccion(QUIEN, (trx) =>
        recibirArchivo(trx, { nombre: basename(camino), contenido }),
      );
      if (r.tipo === 'rechazado') {
        if (opciones.json) console.log(JSON.stringify({ resultado: r.tipo, faltas: r.faltas }));
        else for (const f of r.faltas) console.error(f.texto);
        console.error('El archivo no se aceptó: no se registró nada de él.');
        return 1;
      }
      const { antes, prevision } = await enTransaccion(QUIEN, async (trx) => ({
        antes: await archivoCargado(trx, r.archivo),
        prevision: await preverRecaudo(trx, r.archivo, 'obligaciones.prever_recaudo'),
      }));
      if (!opciones.revisar) await enTransaccion(QUIEN, (trx) => confirmarArchivo(trx, r.archivo));
      if (opciones.json) console.log(enJson(r.tipo, antes?.estado, prevision));
      else decir(r.tipo, prevision, opciones.revisar === true);
      return 0;
    });
  },
};

async function leer(camino: string): Promise<Buffer> {
  const tamano = await stat(camino).then(
    (s) => s.size,
    () => undefined,
  );
  if (tamano === undefined) throw new ErrorDeUso('archivo', `No se puede leer ${camino}.`);
  if (tamano > MAXIMO_DE_RECAUDO)
    throw new ErrorDeUso(
      'archivo',
      `El archivo pesa más de ${MAXIMO_DE_RECAUDO / 1024 / 1024} MB: pídalo al banco en partes.`,
    );
  return readFile(camino);
}

function decir(tipo: 'cargado' | 'repetido', p: Prevision, soloRevisar: boolean): void {
  if (tipo === 'repetido') console.error('Este archivo ya estaba cargado.');
  console.log(`Con un recibo de esta oficina: ${p.conocidos} pagos, ${formatearPesos(p.valorConocidos)}`);
  console.log(`Por identificar: ${p.desconocidos} pagos, ${formatearPesos(p.valorDesconocidos)}`);
  console.log(`Ya registrados: ${p.registrados} pagos, ${formatearPesos(p.valorRegistrados)}`);
  console.error(
    soloRevisar
      ? 'No se registró nada. Sin --revisar se confirma.'
      : 'Confirmado. La oficina lo registra en tandas; vea cómo va en /mesa/recaudo.',
  );
}

/** Amounts are integers, as in the API. */
const enJson = (resultado: string, estado: string | undefined, prevision: Prevision): string =>
  JSON.stringify({ resultado, estado, ...prevision }, (_, v: unknown) =>
    typeof v === 'bigint' ? Number(v) : v,
  );
