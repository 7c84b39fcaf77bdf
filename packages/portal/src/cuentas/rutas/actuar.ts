import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  linea,
  esRechazo,
  pagina,
  redirigir,
  ruta,
  type Formulario,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { actividad } from '../actuar/actividad.ts';
import { delegaciones, delegar, porQuienes, terminarDelegacion } from '../actuar/delegar.ts';
import { abrirPropuesta, nombrePropuesto, proponer, type Propuesta } from '../actuar/proponer.ts';
import { quienEntro } from '../cuenta/quien-entro.ts';
import { paginaActividad } from '../paginas/actividad.tsx';
import { paginaActuar, paginaAutorizados } from '../paginas/actuar.tsx';
import { paginaConfirmarPermiso } from '../paginas/confirmar-permiso.tsx';
import { PERMISO } from '../preguntas.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { lugarDe } from './lugar.ts';

const TITULAR = z.object({ titular: z.string() });
const PROPUESTA = TITULAR.extend({ propuesta: z.string() });
const DELEGACION = z.object({ delegacion: linea });
const POR_PAGINA = 200;

/** The form of a proposal, for whoever goes back to change it. */
const comoSeEscribio = (d: Propuesta | undefined): Formulario | undefined =>
  d && PERMISO.escribir?.({ ...d, documento: { tipo: d.tipoDocumento, numero: d.numero } });

/** Acting for others: for whom, who may, and what was done. */
export function rutasActuar(o: OpcionesCuentas): Ruta[] {
  const base = (p: Peticion<z.output<typeof TITULAR>>) => `/de/${p.parametros.titular}/autorizados`;
  const abrir = (p: Peticion, escrita: string | undefined) =>
    escrita === undefined ? undefined : abrirPropuesta(o.claves, p.titular, escrita);
  const autorizados = async (
    p: Peticion<z.output<typeof TITULAR>>,
    mas: { valores?: Formulario; errores?: Record<string, string> },
  ) =>
    paginaAutorizados({
      ...(await p.enTransaccion(async (trx) => ({
        dadas: await delegaciones(trx, 'dadas'),
        ahora: trx.ahora,
      }))),
      lugar: lugarDe(p, { base: base(p) }),
      ...mas,
    });
  return [
    ruta({
      nombre: 'cuentas.actuar',
      metodo: 'GET',
      camino: '/actuar',
      acceso: 'persona',
      async manejar(p) {
        const lugar = lugarDe(p, { base: '/actuar' });
        const quien = await quienEntro(o.enTransaccion, p);
        const datos = await p.enTransaccion(async (trx) => ({
          otros: await porQuienes(trx),
          recibidas: await delegaciones(trx, 'recibidas'),
          ahora: trx.ahora,
        }));
        return pagina(paginaActuar({ ...datos, lugar, propia: { href: quien.base, nombre: quien.nombre } }));
      },
    }),
    ruta({
      nombre: 'cuentas.renunciar-delegacion',
      metodo: 'POST',
      camino: '/actuar/renunciar',
      acceso: 'persona',
      cuerpo: DELEGACION,
      async manejar(p) {
        await p.enTransaccion((trx) => terminarDelegacion(trx, p.cuerpo.delegacion));
        return redirigir('/actuar');
      },
    }),
    ruta({
      nombre: 'cuentas.autorizados',
      metodo: 'GET',
      camino: '/de/:titular/autorizados',
      acceso: 'titular',
      ambito: 'firmar',
      parametros: TITULAR,
      consulta: z.object({ propuesta: z.string().optional() }),
      async manejar(p) {
        const valores = p.recuperado ?? comoSeEscribio(abrir(p, p.consulta.propuesta));
        return pagina(await autorizados(p, definidos({ valores })));
      },
    }),
    ruta({
      nombre: 'cuentas.proponer-permiso',
      metodo: 'POST',
      camino: '/de/:titular/autorizados',
      acceso: 'titular',
      parametros: TITULAR,
      reciente: 'una',
      porMinuto: 20,
      cuerpo: PERMISO.esquema,
      invalido: (p, errores) => autorizados(p, { valores: p.escrito, errores }),
      async manejar(p) {
        const { documento, ...permiso } = p.cuerpo;
        const a = { tipoDocumento: documento.tipo, numero: documento.numero };
        const r = await p.enTransaccion((trx) => proponer(trx, o.claves, p.titular, { ...permiso, ...a }));
        return esRechazo(r) ? r : redirigir(`${base(p)}/confirmar/${r}`);
      },
    }),
    ruta({
      nombre: 'cuentas.permiso-por-confirmar',
      metodo: 'GET',
      camino: '/de/:titular/autorizados/confirmar/:propuesta',
      acceso: 'titular',
      ambito: 'firmar',
      parametros: PROPUESTA,
      porMinuto: 60,
      async manejar(p) {
        const propuesta = abrir(p, p.parametros.propuesta);
        if (!propuesta) return redirigir(base(p));
        const nombre = await p.enTransaccion((trx) => nombrePropuesto(trx, p.titular, propuesta));
        const cambiar = `${base(p)}?propuesta=${p.parametros.propuesta}`;
        if (nombre === undefined) return redirigir(cambiar);
        const encima = { texto: 'Personas autorizadas', href: base(p) };
        return pagina(
          paginaConfirmarPermiso({
            lugar: lugarDe(p, { base: p.camino, encima }),
            nombre,
            permiso: propuesta,
            cambiar,
          }),
        );
      },
    }),
    ruta({
      nombre: 'cuentas.delegar',
      metodo: 'POST',
      camino: '/de/:titular/autorizados/confirmar/:propuesta',
      acceso: 'titular',
      parametros: PROPUESTA,
      reciente: 'una',
      porMinuto: 20,
      invalido: (p, errores) =>
        autorizados(p, {
          ...definidos({ valores: comoSeEscribio(abrir(p, p.parametros.propuesta)) }),
          errores,
        }),
      async manejar(p) {
        const propuesta = abrir(p, p.parametros.propuesta);
        const no = propuesta && (await p.enTransaccion((trx) => delegar(trx, p.titular, propuesta)));
        return no ?? redirigir(base(p));
      },
    }),
    // Ending is as easy as can be: it asks for nothing again.
    ruta({
      nombre: 'cuentas.terminar-delegacion',
      metodo: 'POST',
      camino: '/de/:titular/autorizados/terminar',
      acceso: 'titular',
      parametros: TITULAR,
      cuerpo: DELEGACION,
      async manejar(p) {
        await p.enTransaccion((trx) => terminarDelegacion(trx, p.cuerpo.delegacion));
        return redirigir(base(p));
      },
    }),
    ruta({
      nombre: 'cuentas.actividad',
      metodo: 'GET',
      camino: '/de/:titular/actividad',
      acceso: 'titular',
      ambito: 'firmar',
      parametros: TITULAR,
      consulta: z.object({
        antes: z.iso.datetime().optional(),
        quien: z
          .string()
          .regex(/^[a-z0-9-]{1,20}$/)
          .optional(),
      }),
      async manejar(p) {
        const lugar = lugarDe(p, { base: p.camino });
        const { filas, siguiente } = await p.enTransaccion((trx) =>
          actividad(
            trx,
            p.consulta.antes ? new Date(p.consulta.antes) : new Date(trx.ahora.getTime() + 1),
            POR_PAGINA,
          ),
        );
        return pagina(
          paginaActividad({
            lugar,
            filas,
            ...definidos({
              quien: p.consulta.quien,
              siguiente: siguiente && `${p.camino}?antes=${siguiente.toISOString()}`,
            }),
          }),
        );
      },
    }),
  ];
}
