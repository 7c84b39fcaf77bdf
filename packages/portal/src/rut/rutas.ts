import { z } from 'zod';
import {
  errores,
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  unaSolaVez,
  type Archivos,
  type Claves,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../plataforma/index.ts';
import { descargarSellado, documentoPorId, documentosDe } from '../sello/index.ts';
import { abrirConsulta, sellarConsulta } from './consulta-sellada.ts';
import { estadoConFecha, estadoPublico, versionVigente } from './consultas.ts';
import { COPIA } from './copia.ts';
import { erroresDeRut } from './errores.ts';
import { loDeHoy } from './lo-de-hoy.ts';
import { NIT, paginaConsulta } from './paginas/consulta.tsx';
import { paginaFormulario } from './paginas/formulario.tsx';
import { paginaRut } from './paginas/rut.tsx';
import { pedirCopia } from './pedir-copia.ts';
import { tramitesPara } from './tramites-ofrecidos.ts';

const TITULAR = z.object({ titular: z.string() });
const TITULAR_Y_COPIA = z.object({ titular: z.string(), copia: z.string() });

const EstadoApi = z.object({
  nit: z.string(),
  dv: z.int(),
  nombre: z.string(),
  estado: z.enum(['activo', 'suspendido', 'cancelado']),
  desde: z.iso.date(),
  fecha: z.iso.datetime(),
});
const CopiaApi = z.object({ copia: z.string(), emitidaEn: z.iso.datetime(), sellada: z.boolean() });

/** The public state of a RUT, and a person's own: its boxes and its copies. */
export function rutasRut(o: { archivos: Archivos; claves: Claves; demostracion: boolean }): Ruta[] {
  const pedir = (p: Peticion, trx: Transaccion) =>
    unaSolaVez(trx, p, async () => {
      const d = await pedirCopia(trx, { titular: p.titular, demostracion: o.demostracion });
      return { copia: d.idPublico, emitidaEn: d.emitidoEn.toISOString(), sellada: d.sellado !== undefined };
    });
  const descargar = async (p: Peticion<z.output<typeof TITULAR_Y_COPIA>>) =>
    p.enTransaccion(async (trx) => {
      const d = await documentoPorId(trx, p.parametros.copia);
      if (d.titular !== p.titular || d.tipo !== COPIA) throw errores.noEncontrado();
      return descargarSellado(trx, d, {
        archivos: o.archivos,
        accion: 'rut.descargar-copia',
        sinSellar: erroresDeRut.copiaSinSellar,
      });
    });

  return [
    ruta({
      nombre: 'rut.consultar-estado',
      metodo: 'GET',
      camino: '/rut/estado',
      acceso: 'publico',
      manejar: async () => pagina(paginaConsulta({})),
    }),
    ruta({
      nombre: 'rut.estado-de-nit',
      metodo: 'POST',
      camino: '/rut/estado',
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: NIT.esquema,
      invalido: async (p, campos) => paginaConsulta({ valores: p.escrito, errores: campos }),
      async manejar(p) {
        return redirigir(`/rut/estado/${sellarConsulta(o.claves, p.cuerpo)}`);
      },
    }),
    ruta({
      nombre: 'rut.estado-hallado',
      metodo: 'GET',
      camino: '/rut/estado/:consulta',
      acceso: 'publico',
      porMinuto: 60,
      parametros: z.object({ consulta: z.string() }),
      async manejar(p) {
        const nit = abrirConsulta(o.claves, p.parametros.consulta);
        if (nit === undefined) return redirigir('/rut/estado');
        const hallado = await p.enTransaccion((trx) => estadoPublico(trx, nit));
        return pagina(paginaConsulta({ valores: { nit }, hallado: hallado ?? null }));
      },
    }),
    ruta({
      nombre: 'rut.api-estado',
      metodo: 'POST',
      camino: '/api/v1/rut/estado',
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: NIT.esquema,
      api: {
        resumen: 'Estado de un RUT por NIT',
        etiqueta: 'RUT',
        descripcion: 'Es POST para que el NIT no quede en direcciones ni registros.',
        respuestas: { 200: EstadoApi },
      },
      async manejar(p) {
        const hallado = await p.enTransaccion((trx) => estadoPublico(trx, p.cuerpo));
        if (!hallado) throw erroresDeRut.noInscrito();
        return json({ ...hallado, fecha: hallado.fecha.toISOString() });
      },
    }),
    ruta({
      nombre: 'rut.ver',
      metodo: 'GET',
      camino: '/de/:titular/rut',
      acceso: 'titular',
      parametros: TITULAR,
      async manejar(p) {
        const base = `/de/${p.parametros.titular}`;
        const datos = await p.enTransaccion(async (trx) => {
          const version = await versionVigente(trx, p.titular);
          if (!version) throw errores.noEncontrado();
          const estado = await estadoConFecha(trx, p.titular);
          const { pendientes } = await loDeHoy(trx, { base, version, estado }, (f) => f.enElRut === true);
          return { version, estado, pendientes, copias: await documentosDe(trx, p.titular, COPIA) };
        });
        const { version, estado } = datos;
        const puedeEmpezar = puede(p.actor, p.titular, 'preparar');
        return pagina(
          paginaRut({
            ...datos,
            tramites: puedeEmpezar ? tramitesPara(version.registro, estado.estado, p.parametros.titular) : [],
            esSuyo: p.actor.tipo === 'persona' && p.actor.persona === p.titular,
            base: `${base}/rut`,
          }),
        );
      },
    }),
    ruta({
      nombre: 'rut.ver-formulario',
      metodo: 'GET',
      camino: '/de/:titular/rut/formulario',
      acceso: 'titular',
      parametros: TITULAR,
      async manejar(p) {
        const version = await p.enTransaccion((trx) => versionVigente(trx, p.titular));
        if (!version) throw errores.noEncontrado();
        return pagina(paginaFormulario({ version, base: `/de/${p.parametros.titular}/rut` }));
      },
    }),
    ruta({
      nombre: 'rut.pedir-copia',
      metodo: 'POST',
      camino: '/de/:titular/rut/copias',
      acceso: 'titular',
      // A copy changes nothing.
      ambito: 'consultar',
      parametros: TITULAR,
      porMinuto: 30,
      async manejar(p) {
        await p.enTransaccion((trx) => pedir(p, trx));
        return redirigir(`/de/${p.parametros.titular}/rut`);
      },
    }),
    ruta({
      nombre: 'rut.descargar-copia',
      metodo: 'GET',
      camino: '/de/:titular/rut/copias/:copia',
      acceso: 'titular',
      parametros: TITULAR_Y_COPIA,
      manejar: descargar,
    }),
    ruta({
      nombre: 'rut.api-ver',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/rut',
      acceso: 'titular',
      parametros: TITULAR,
      api: {
        resumen: 'El RUT de la persona',
        etiqueta: 'RUT',
        respuestas: {
          200: z.object({
            version: z.int(),
            formulario: z.string(),
            radicado: z.string(),
            hash: z.string(),
            estado: z.string(),
            estadoDesde: z.iso.date(),
            creadaEn: z.iso.datetime(),
            registro: z.record(z.string(), z.unknown()),
          }),
        },
      },
      async manejar(p) {
        return p.enTransaccion(async (trx) => {
          const v = await versionVigente(trx, p.titular);
          if (!v) throw errores.noEncontrado();
          const { estado, desde } = await estadoConFecha(trx, p.titular);
          return json({
            version: v.numero,
            formulario: v.formulario,
            radicado: v.radicado,
            hash: v.hash.toString('hex'),
            estado,
            estadoDesde: desde,
            creadaEn: v.creadaEn.toISOString(),
            registro: v.registro,
          });
        });
      },
    }),
    ruta({
      nombre: 'rut.api-pedir-copia',
      metodo: 'POST',
      camino: '/api/v1/de/:titular/rut/copias',
      acceso: 'titular',
      // A copy changes nothing.
      ambito: 'consultar',
      parametros: TITULAR,
      porMinuto: 60,
      api: {
        resumen: 'Pide una copia del RUT',
        etiqueta: 'RUT',
        descripcion:
          'La misma `Idempotency-Key` da la misma copia. El PDF está listo cuando `sellada` es verdadero.',
        respuestas: { 202: CopiaApi },
      },
      async manejar(p) {
        return json(await p.enTransaccion((trx) => pedir(p, trx)), 202);
      },
    }),
    ruta({
      nombre: 'rut.api-descargar-copia',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/rut/copias/:copia',
      acceso: 'titular',
      parametros: TITULAR_Y_COPIA,
      api: { resumen: 'Descarga una copia sellada', etiqueta: 'RUT', respuestas: { 200: 'application/pdf' } },
      manejar: descargar,
    }),
  ];
}
