import { leerPesos } from '@autogestion/normas/dinero';
import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  esRechazo,
  FORMA_ID_PUBLICO,
  pagina,
  redirigir,
  ruta,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { SOBRE_EL_RECAUDO } from '../politicas.ts';
import {
  identificacionPendiente,
  identificar,
  leerSinIdentificar,
  obligacionesDeNit,
  resolverIdentificacion,
  type SinIdentificar,
} from './identificar.ts';
import { MOTIVO, NIT_DEL_DUENO, paginaDeUno, paginaPorIdentificar } from './paginas/por-identificar.tsx';

const CAMINO = '/mesa/recaudo/por-identificar';
const DE_OBLIGACIONES = { acceso: 'funcionario', roles: SOBRE_EL_RECAUDO.identificar } as const;
const UNO = z.object({ pago: z.string().regex(FORMA_ID_PUBLICO) });
type DeUno = Pick<Peticion<z.output<typeof UNO>>, 'parametros' | 'escrito' | 'enTransaccion'>;

async function elPago(trx: Transaccion, pago: string): Promise<SinIdentificar> {
  const [suyo] = await leerSinIdentificar(trx, { pago });
  if (!suyo) throw errores.noEncontrado();
  return suyo;
}

/** The page of one payment, with what was typed and, when a NIT was, what was found. */
const mostrarUno = (p: DeUno, faltas?: Record<string, string>): Promise<string> =>
  p.enTransaccion(async (trx) => {
    const pago = await elPago(trx, p.parametros.pago);
    const leido = NIT_DEL_DUENO.esquema.safeParse(p.escrito);
    return paginaDeUno({
      pago,
      pendiente: pago.porConfirmar ? await identificacionPendiente(trx, pago.idPublico) : undefined,
      halladas: leido.success ? await obligacionesDeNit(trx, leido.data) : undefined,
      valores: p.escrito,
      errores: faltas,
    });
  });

/** What was looked for: an amount if it reads as one, and otherwise a piece of a number. */
function buscadoEn(q: string): { recibo?: string; valor?: bigint } {
  const texto = q.trim();
  if (texto === '') return {};
  const pesos = /^[\d.$\s]+$/.test(texto) && /[.$]/.test(texto) ? leerPesos(texto) : undefined;
  return pesos?.ok ? { valor: pesos.valor } : { recibo: texto.replaceAll(/[^0-9A-Za-z-]/g, '') };
}

/** Money without an owner: the list, one of them, saying whose it is, and confirming it. */
export const rutasIdentificar: Ruta[] = [
  ruta({
    ...DE_OBLIGACIONES,
    nombre: 'obligaciones.por-identificar',
    metodo: 'GET',
    camino: CAMINO,
    consulta: z.object({
      q: z.string().max(60).optional().catch(undefined),
      hecho: z.enum(['hecha', 'propuesta', 'objetada']).optional().catch(undefined),
    }),
    async manejar(p) {
      const { q = '', hecho } = p.consulta;
      const pagos = await p.enTransaccion((trx) => leerSinIdentificar(trx, buscadoEn(q)));
      return pagina(paginaPorIdentificar({ pagos, buscado: q, hecho }));
    },
  }),
  ruta({
    ...DE_OBLIGACIONES,
    nombre: 'obligaciones.identificar-pago',
    metodo: 'GET',
    camino: `${CAMINO}/:pago`,
    parametros: UNO,
    manejar: async (p) => pagina(await mostrarUno(p)),
  }),
  ruta({
    ...DE_OBLIGACIONES,
    nombre: 'obligaciones.buscar-dueno',
    metodo: 'POST',
    camino: `${CAMINO}/:pago/buscar`,
    parametros: UNO,
    cuerpo: NIT_DEL_DUENO.esquema,
    porMinuto: 60,
    invalido: (p, faltas) => mostrarUno(p, faltas),
    // It changes nothing and shows what was found: a NIT does not stand in an address.
    manejar: async (p) => pagina(await mostrarUno(p)),
  }),
  ruta({
    ...DE_OBLIGACIONES,
    nombre: 'obligaciones.decir-dueno',
    metodo: 'POST',
    camino: `${CAMINO}/:pago`,
    parametros: UNO,
    cuerpo: z
      .object({
        obligacion: z.string({ error: 'Elija a cuál obligación va el dinero.' }).regex(FORMA_ID_PUBLICO),
      })
      .and(conNombre('motivo', MOTIVO)),
    invalido: (p, faltas) => mostrarUno(p, faltas),
    async manejar(p) {
      const { obligacion, motivo } = p.cuerpo;
      const r = await p.enTransaccion(async (trx) =>
        identificar(trx, { pago: await elPago(trx, p.parametros.pago), obligacion, motivo }),
      );
      return esRechazo(r) ? r : redirigir(`${CAMINO}?hecho=${r}`);
    },
  }),
  ruta({
    ...DE_OBLIGACIONES,
    nombre: 'obligaciones.resolver-identificacion',
    metodo: 'POST',
    camino: `${CAMINO}/:pago/resolver`,
    parametros: UNO,
    cuerpo: z.object({ decision: z.enum(['confirmar', 'objetar']).catch('objetar') }),
    invalido: (p, faltas) => mostrarUno(p, faltas),
    async manejar(p) {
      const r = await p.enTransaccion(async (trx) => {
        const { idPublico } = await elPago(trx, p.parametros.pago);
        return resolverIdentificacion(trx, { pago: idPublico, confirma: p.cuerpo.decision === 'confirmar' });
      });
      return esRechazo(r) ? r : redirigir(`${CAMINO}?hecho=${r}`);
    },
  }),
];
