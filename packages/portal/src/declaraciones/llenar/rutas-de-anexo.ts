import type { Json } from '@autogestion/documentos';
import type { Anexo } from '@autogestion/normas/formularios/motor';
import { z } from 'zod';
import {
  errores,
  pagina,
  puede,
  rechazo,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { borradorDe } from '../borrador/index.ts';
import type { FilaEscrita } from '../clases/index.ts';
import { calcularBorrador, type BorradorCalculado } from '../cuenta/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { filasDe, leerFila } from './anexos.ts';
import { deAnexo, deBorrador, deFila } from './direcciones.ts';
import { guardarRespuestas } from './guardar-respuestas.ts';
import { abierto, BASE, DE_BORRADOR, LO_ESCRITO } from './lo-comun.ts';
import { paginaAnexo } from './paginas/anexo.tsx';
import { paginaFila } from './paginas/fila.tsx';

const DE_ANEXO = DE_BORRADOR.extend({ anexo: z.string().max(40) });
const DE_FILA = DE_ANEXO.extend({
  fila: z.union([z.literal('nueva'), z.coerce.number().int().min(1).max(10_000)]),
});
type DeFila = z.output<typeof DE_FILA>;
const QUE_HOJA = z.object({
  pagina: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  busca: z.string().trim().max(60).optional().catch(undefined),
});

/** The annexes of a return: sheets of rows that are added, changed and taken away one by one. */
export const rutasDeAnexo: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: DE_ANEXO,
    nombre: 'declaraciones.anexo',
    metodo: 'GET',
    camino: `${BASE}/anexos/:anexo`,
    consulta: QUE_HOJA,
    async manejar(p) {
      const { b, hoy } = await abierto(p);
      return pagina(
        paginaAnexo({
          b,
          hoy,
          titular: p.parametros.titular,
          anexo: anexoDe(b, p.parametros.anexo),
          puedeLlenar: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
          que: { pagina: p.consulta.pagina ?? 1, busca: p.consulta.busca ?? '' },
        }),
      );
    },
  }),
  ruta({
    acceso: 'titular',
    parametros: DE_FILA,
    nombre: 'declaraciones.fila',
    metodo: 'GET',
    camino: `${BASE}/anexos/:anexo/filas/:fila`,
    manejar: async (p) => pagina(dibujarFila(p, await abierto(p))),
  }),
  ruta({
    acceso: 'titular',
    parametros: DE_FILA,
    nombre: 'declaraciones.guardar-fila',
    metodo: 'POST',
    camino: `${BASE}/anexos/:anexo/filas/:fila`,
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    cuerpo: LO_ESCRITO,
    async invalido(p, campos) {
      return dibujarFila(p, { ...(await abierto(p)), escrito: p.escrito, errores: campos });
    },
    manejar: (p) =>
      p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { b, anexo, filas } = await suAnexo(trx, p);
        const { fila, errores: malos } = leerFila(b, anexo, p.escrito);
        if (Object.keys(malos).length > 0) return rechazo(malos);
        const { fila: cual } = p.parametros;
        if (cual !== 'nueva')
          return guardar(
            trx,
            p,
            b,
            filas.map((f, i) => (i === cual - 1 ? fila : f)),
          );
        if (filas.length >= anexo.filasMaximas)
          return rechazo(`Este anexo tiene ya todas sus filas: ${anexo.filasMaximas}.`);
        // Pressed twice, one row is added.
        return unaSolaVez(trx, { ...p, cuerpo: p.escrito }, () => guardar(trx, p, b, [...filas, fila]));
      }),
  }),
  ruta({
    acceso: 'titular',
    parametros: DE_FILA,
    nombre: 'declaraciones.quitar-fila',
    metodo: 'POST',
    camino: `${BASE}/anexos/:anexo/filas/:fila/quitar`,
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    manejar: (p) =>
      p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { b, filas } = await suAnexo(trx, p);
        return guardar(
          trx,
          p,
          b,
          filas.filter((_, i) => i !== Number(p.parametros.fila) - 1),
        );
      }),
  }),
];

/** The annex of the address with its rows. @throws 404 for a row that it does not have */
async function suAnexo(
  trx: Transaccion,
  p: Peticion<DeFila>,
): Promise<{ b: BorradorCalculado; anexo: Anexo; filas: readonly FilaEscrita[] }> {
  const b = await calcularBorrador(trx, await borradorDe(trx, p.parametros.sinPresentar));
  const anexo = anexoDe(b, p.parametros.anexo);
  const filas = filasDe(b, anexo);
  const { fila } = p.parametros;
  if (fila !== 'nueva' && fila > filas.length) throw errores.noEncontrado();
  return { b, anexo, filas };
}

async function guardar(
  trx: Transaccion,
  p: Peticion<DeFila>,
  b: BorradorCalculado,
  filas: readonly FilaEscrita[],
): Promise<Respuesta> {
  const { titular, sinPresentar, anexo } = p.parametros;
  const choque = await guardarRespuestas(trx, p, b.borrador, { [`anexo:${anexo}`]: filas as Json });
  if (choque) return choque;
  const base = deBorrador(titular, sinPresentar);
  return redirigir(p.ocultos._accion === 'otra' ? deFila(base, anexo, 'nueva') : deAnexo(base, anexo));
}

function anexoDe({ clase }: BorradorCalculado, clave: string): Anexo {
  const anexo = clase.formulario.anexos.find((a) => a.clave === clave);
  if (!anexo) throw errores.noEncontrado();
  return anexo;
}

function dibujarFila(
  p: Peticion<DeFila>,
  o: Pick<Parameters<typeof paginaFila>[0], 'b' | 'hoy' | 'escrito' | 'errores'>,
): string {
  const { titular, fila } = p.parametros;
  const anexo = anexoDe(o.b, p.parametros.anexo);
  if (fila !== 'nueva' && fila > filasDe(o.b, anexo).length) throw errores.noEncontrado();
  return paginaFila({ ...o, titular, anexo, fila });
}
