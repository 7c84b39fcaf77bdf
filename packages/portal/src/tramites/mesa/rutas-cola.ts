import { definidos } from '@autogestion/normas/definidos';
import { analizarNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { esRol } from '../../cuentas/index.ts';
import {
  errores,
  FORMA_RADICADO,
  linea,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { tomarSiguiente } from '../repartir-casos.ts';
import { TIPOS_DE_CASO } from '../tipos.ts';
import { colasQueVe, EN_LA_MESA, trabajaLaCola } from '../politicas.ts';
import { MESA, yoDe } from './acceso.ts';
import {
  buscarCasos,
  cursorEnTexto,
  leerCargas,
  leerCola,
  leerCursor,
  leerSinNotificar,
  VISTAS,
  type FiltroDeCola,
  type Hallado,
} from './cola.ts';
import { paginaCola } from './pagina-cola.tsx';
import { paginaSupervision } from './pagina-supervision.tsx';

const FILTRO = z.object({
  rol: z.string().optional(),
  de: z.enum(VISTAS).optional().catch(undefined),
  tipo: z.string().optional(),
  plazo: z.enum(['vencido', 'pronto']).optional().catch(undefined),
  tras: z.string().optional(),
  vacia: z.literal('si').optional().catch(undefined),
});

/** The queues: looking at one, taking the next case, searching, and the figures of who supervises. */
export const rutasDeCola: Ruta[] = [
  ruta({
    ...MESA,
    nombre: 'tramites.mesa',
    metodo: 'GET',
    camino: '/mesa/tramites',
    consulta: FILTRO,
    manejar: async (p) => pagina(await p.enTransaccion((trx) => mostrarCola(trx, p.consulta))),
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.mesa-siguiente',
    metodo: 'POST',
    camino: '/mesa/tramites/siguiente',
    roles: EN_LA_MESA.tomar,
    cuerpo: z.object({ rol: z.string().default('') }),
    async manejar(p) {
      const { rol } = p.cuerpo;
      if (!esRol(rol)) throw errores.noEncontrado();
      const caso = await p.enTransaccion((trx) => tomarSiguiente(trx, rol));
      return redirigir(caso ? `/mesa/tramites/${caso.radicado}` : `/mesa/tramites?rol=${rol}&vacia=si`);
    },
  }),
  ruta({
    ...MESA,
    nombre: 'tramites.mesa-buscar',
    metodo: 'POST',
    camino: '/mesa/tramites/buscar',
    porMinuto: 60,
    cuerpo: z.object({
      texto: linea.refine((v) => v.length > 0, { error: 'Escriba un radicado o un NIT.' }),
    }),
    invalido: (p, campos) =>
      p.enTransaccion((trx) => mostrarCola(trx, {}, { errores: campos, valores: p.escrito })),
    async manejar(p) {
      return p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { texto } = p.cuerpo;
        const hallados = await buscar(trx, texto);
        if (!hallados.ok) return rechazo({ texto: hallados.mensaje });
        return pagina(await mostrarCola(trx, {}, { hallados: hallados.casos, valores: p.escrito }));
      });
    },
  }),
  ruta({
    nombre: 'tramites.supervision',
    metodo: 'GET',
    camino: '/mesa/supervision',
    acceso: 'funcionario',
    roles: EN_LA_MESA.verCargas,
    manejar: async (p) =>
      pagina(
        await p.enTransaccion(async (trx) =>
          paginaSupervision(await leerCargas(trx), trx.casa.todos(TIPOS_DE_CASO)),
        ),
      ),
  }),
];

async function mostrarCola(
  trx: Transaccion,
  q: z.output<typeof FILTRO>,
  mas: {
    hallados?: readonly Hallado[];
    errores?: Record<string, string>;
    valores?: Peticion['escrito'];
  } = {},
): Promise<string> {
  const yo = await yoDe(trx);
  const colas = colasQueVe(yo);
  const rol = colas.find((r) => r === q.rol) ?? colas[0];
  if (!rol) throw errores.sinPermiso();
  const tipos = trx.casa.todos(TIPOS_DE_CASO);
  const tras = leerCursor(q.tras);
  const filtro: FiltroDeCola = {
    rol,
    de: q.de ?? (trabajaLaCola(yo, rol) ? 'mios' : 'todos'),
    ...(tipos.some((t) => t.tipo === q.tipo) && q.tipo && { tipo: q.tipo }),
    ...definidos({ plazo: q.plazo, tras }),
  };
  const { casos, siguiente } = await leerCola(trx, filtro);
  const busqueda = new URLSearchParams({
    rol,
    de: filtro.de,
    ...definidos({
      tipo: filtro.tipo || undefined,
      plazo: filtro.plazo,
      tras: siguiente && cursorEnTexto(siguiente),
    }),
  });
  return paginaCola({
    yo,
    filtro,
    colas,
    tipos,
    casos,
    sinNotificar: await leerSinNotificar(trx, rol),
    vacia: q.vacia === 'si',
    ...definidos({ siguiente: siguiente && `/mesa/tramites?${busqueda.toString()}` }),
    ...mas,
  });
}

async function buscar(
  trx: Transaccion,
  texto: string,
): Promise<{ ok: true; casos: Hallado[] } | { ok: false; mensaje: string }> {
  const limpio = texto.replaceAll(/\s/g, '').toUpperCase();
  const nit = FORMA_RADICADO.test(limpio) ? undefined : analizarNit(limpio);
  if (nit && !nit.ok) return { ok: false, mensaje: nit.mensaje };
  return { ok: true, casos: await buscarCasos(trx, nit?.ok ? { nit: nit.valor.nit } : { radicado: limpio }) };
}
