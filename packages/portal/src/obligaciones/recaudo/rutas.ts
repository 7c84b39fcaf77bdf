import { z } from 'zod';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  FORMA_ID_PUBLICO,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { SOBRE_EL_RECAUDO } from '../politicas.ts';
import { TOPES } from './asobancaria/index.ts';
import {
  archivoCargado,
  archivoRechazado,
  totalesPorDia,
  ultimosArchivos,
  ultimosRechazados,
} from './consultas.ts';
import { faltasEnCsv } from './faltas-en-csv.ts';
import { confirmarArchivo, descartarArchivo, recibirArchivo } from './guardar-archivo.ts';
import { paginaArchivo } from './paginas/archivo.tsx';
import { ARCHIVO_DEL_BANCO, paginaRecaudo } from './paginas/lista.tsx';
import { paginaRechazado } from './paginas/rechazado.tsx';
import { preverRecaudo } from './prevision.ts';
import { rutasIdentificar } from './rutas-identificar.ts';
import { rutasDeOperacion } from './rutas-operacion.ts';

const DE_RECAUDO = { acceso: 'funcionario', roles: SOBRE_EL_RECAUDO.recaudar } as const;
const UN_ARCHIVO = z.object({ recaudo: z.string().regex(FORMA_ID_PUBLICO) });
const UN_RECHAZADO = z.object({ rechazado: z.string().regex(FORMA_ID_PUBLICO) });

const mostrar = (p: Pick<Peticion, 'enTransaccion'>, faltas?: Record<string, string>): Promise<string> =>
  p.enTransaccion(async (trx) =>
    paginaRecaudo({
      archivos: await ultimosArchivos(trx),
      rechazados: await ultimosRechazados(trx),
      totales: await totalesPorDia(trx),
      ...(faltas && { errores: faltas }),
    }),
  );

const rechazadoDe = async (p: Peticion<z.output<typeof UN_RECHAZADO>>) => {
  const rechazado = await p.enTransaccion((trx) => archivoRechazado(trx, p.parametros.rechazado));
  if (!rechazado) throw errores.noEncontrado();
  return rechazado;
};

/** Files of the banks: bringing one, seeing what it will do, confirming it, following it. */
export const rutasRecaudo: Ruta[] = [
  ...rutasIdentificar,
  ...rutasDeOperacion,
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.recaudo',
    metodo: 'GET',
    camino: '/mesa/recaudo',
    manejar: async (p) => pagina(await mostrar(p)),
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.cargar-recaudo',
    metodo: 'POST',
    camino: '/mesa/recaudo',
    multiparte: true,
    maximo: TOPES.bytes,
    porMinuto: 30,
    cuerpo: z.unknown(),
    invalido: (p, campos) => mostrar(p, campos),
    async manejar(p) {
      const leido = ARCHIVO_DEL_BANCO.esquema.safeParse(conArchivos(p));
      if (!leido.success) return rechazo({ archivo: leido.error.issues[0]?.message ?? '' });
      const r = await p.enTransaccion((trx) => recibirArchivo(trx, leido.data));
      if (r.tipo === 'rechazado') return redirigir(`/mesa/recaudo/rechazados/${r.rechazado}`);
      return redirigir(`/mesa/recaudo/archivos/${r.archivo}${r.tipo === 'repetido' ? '?repetido=si' : ''}`);
    },
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.recaudo-archivo',
    metodo: 'GET',
    camino: '/mesa/recaudo/archivos/:recaudo',
    parametros: UN_ARCHIVO,
    consulta: z.object({ repetido: z.literal('si').optional().catch(undefined) }),
    async manejar(p) {
      const { recaudo } = p.parametros;
      const visto = await p.enTransaccion(async (trx) => ({
        archivo: await archivoCargado(trx, recaudo),
        prevision: await preverRecaudo(trx, recaudo),
      }));
      if (!visto.archivo) throw errores.noEncontrado();
      return pagina(
        paginaArchivo({ ...visto, archivo: visto.archivo, repetido: p.consulta.repetido !== undefined }),
      );
    },
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.decidir-recaudo',
    metodo: 'POST',
    camino: '/mesa/recaudo/archivos/:recaudo',
    parametros: UN_ARCHIVO,
    cuerpo: z.object({ decision: z.enum(['confirmado', 'descartado']).catch('descartado') }),
    async manejar(p) {
      const { recaudo } = p.parametros;
      await p.enTransaccion(async (trx) => {
        const archivo = await archivoCargado(trx, recaudo);
        if (!archivo) throw errores.noEncontrado();
        if (p.cuerpo.decision === 'confirmado') await confirmarArchivo(trx, recaudo);
        else if (archivo.estado === 'por-confirmar') await descartarArchivo(trx, recaudo);
      });
      return redirigir(`/mesa/recaudo/archivos/${recaudo}`);
    },
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.recaudo-rechazado',
    metodo: 'GET',
    camino: '/mesa/recaudo/rechazados/:rechazado',
    parametros: UN_RECHAZADO,
    manejar: async (p) => pagina(paginaRechazado(await rechazadoDe(p))),
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.recaudo-faltas',
    metodo: 'GET',
    camino: '/mesa/recaudo/rechazados/:rechazado/faltas.csv',
    parametros: UN_RECHAZADO,
    manejar: async (p) => ({
      tipo: 'archivo',
      contenido: Buffer.from(faltasEnCsv(await rechazadoDe(p))),
      media: 'text/csv; charset=utf-8',
      nombre: 'faltas-del-recaudo.csv',
    }),
  }),
];
