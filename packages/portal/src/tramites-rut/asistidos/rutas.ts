import { normalizarNumeroDocumento } from '@autogestion/normas/documentos-identidad';
import { z } from 'zod';
import { tieneRol } from '../../cuentas/index.ts';
import { CODIGO_ESCRITO } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  linea,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Claves,
  type Peticion,
  type Reloj,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { Procedimiento } from '../procedimiento/index.ts';
import { CLASES_ASISTIDAS, type Atencion } from './atencion.ts';
import { aceptarAtencion, pedirAceptacion, type EntornoAsistidos } from './aceptar-atencion.ts';
import { recuperarElAcceso } from './atenciones/acceso.tsx';
import { calidadesAduaneras } from './atenciones/aduanas.tsx';
import { datosDeIdentificacion } from './atenciones/identificacion.tsx';
import { escritoDe, inscripcionAsistida } from './atenciones/inscripcion.tsx';
import { quitarResponsabilidades } from './atenciones/responsabilidades.tsx';
import { solicitudesAsistidas, type EntornoSolicitudes } from './atenciones/solicitudes.ts';
import { atencionPorIdPublico, atencionesPorAceptar, solicitudesPorAtender } from './consultas.ts';
import { paginaAtencion, paginaAsistidos } from './paginas.tsx';
import { SOBRE_UN_RUT } from '../politicas.ts';
import { abrirPaginas, abrirParaTitular } from './abrir-atencion.ts';
import { caminoDeLaAtencion, type Tramitador } from './declaracion.ts';

interface OpcionesAsistidos extends EntornoAsistidos, EntornoSolicitudes {
  claves: Claves;
  reloj: Reloj;
  urlPublica: string;
}

const comun = { acceso: 'funcionario', roles: SOBRE_UN_RUT.atender } as const;
const ACTO = z.object({ acto: z.string().regex(/^[0-9a-z]{26}$/) });
const ATENDER = z.object({
  clase: linea.refine((v) => v !== '', { error: 'Elija qué necesita la persona.' }),
  tipo: linea.refine((v) => /^\d{2}$/.test(v), { error: 'Elija el tipo de documento.' }),
  numero: linea
    .transform(normalizarNumeroDocumento)
    .refine((v) => v.length > 2, { error: 'Escriba el número del documento.' }),
});

/** The acts that this office attends, in the order in which the desk offers them. */
interface Asistidos {
  inscripcion: Tramitador;
  todos: readonly Tramitador[];
}

export function asistidos(o: OpcionesAsistidos, procedimientos: readonly Procedimiento[]): Asistidos {
  const inscripcion = inscripcionAsistida(o);
  const todos = [
    inscripcion,
    quitarResponsabilidades,
    datosDeIdentificacion(o.reloj),
    calidadesAduaneras,
    recuperarElAcceso(o.urlPublica),
    ...solicitudesAsistidas(o, procedimientos),
  ];
  return { inscripcion, todos };
}

/** Assisted acts at the desk: whom to attend, the pages of each class, and the acceptance. */
export function rutasAsistidos(o: OpcionesAsistidos, { inscripcion, todos }: Asistidos): Ruta[] {
  return [
    ruta({
      ...comun,
      nombre: 'tramites-rut.asistidos',
      metodo: 'GET',
      camino: '/mesa/asistidos',
      manejar: async (p) => pagina(await mostrarInicio(p)),
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.atender-con-asistencia',
      metodo: 'POST',
      camino: '/mesa/asistidos',
      porMinuto: 30,
      cuerpo: ATENDER,
      invalido: (p, campos) => mostrarInicio(p, campos),
      async manejar(p): Promise<Respuesta> {
        const { clase, ...documento } = p.cuerpo;
        const t = todos.find((x) => x.clase.clase === clase && x.deTitular);
        if (!t) throw errores.noEncontrado();
        if (t.roles && !(await p.enTransaccion((trx) => tieneRol(trx, t.roles ?? []))))
          return rechazo({ clase: 'Esto lo presenta un funcionario de la mesa del RUT.' });
        const r = await p.enTransaccion((trx) => abrirParaTitular(trx, t, documento));
        return 'a' in r ? redirigir(r.a) : r;
      },
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.empezar-inscripcion-asistida',
      metodo: 'POST',
      camino: '/mesa/asistidos/inscripcion',
      porMinuto: 30,
      cuerpo: z.object({ radicado: linea }),
      async manejar(p) {
        const { radicado } = p.cuerpo;
        const a = await p.enTransaccion(async (trx) => {
          if (radicado === '') return abrirPaginas(trx, inscripcion, { hechos: {} });
          const [s] = await solicitudesPorAtender(trx, radicado);
          if (!s) throw errores.noEncontrado();
          return abrirPaginas(trx, inscripcion, {
            hechos: { solicitud: { radicado } },
            escrito: escritoDe(s),
          });
        });
        return redirigir(a);
      },
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.ver-acto-asistido',
      metodo: 'GET',
      camino: '/mesa/asistidos/actos/:acto',
      parametros: ACTO,
      consulta: z.object({ codigo: z.literal('enviado').optional().catch(undefined) }),
      manejar: async (p) => pagina(await mostrarAtencion(p, { pedido: p.consulta.codigo === 'enviado' })),
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.pedir-aceptacion',
      metodo: 'POST',
      camino: '/mesa/asistidos/actos/:acto/codigo',
      porMinuto: 20,
      parametros: ACTO,
      invalido: (p, errores) => mostrarAtencion(p, { errores }),
      async manejar(p): Promise<Respuesta> {
        const espere = await p.enTransaccion(async (trx) => {
          const acto = await actoDe(trx, p);
          return acto.resultado ? undefined : pedirAceptacion(trx, o, acto, sesionDe(p));
        });
        if (espere) return rechazo(espere);
        return redirigir(`${caminoDeLaAtencion(p.parametros.acto)}?codigo=enviado`);
      },
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.aceptar-acto-asistido',
      metodo: 'POST',
      camino: '/mesa/asistidos/actos/:acto',
      porMinuto: 30,
      parametros: ACTO,
      cuerpo: z.object({ codigo: CODIGO_ESCRITO }),
      invalido: (p, errores) => mostrarAtencion(p, { errores }),
      async manejar(p) {
        const r = await p.enTransaccion(async (trx) =>
          aceptarAtencion(trx, o, await actoDe(trx, p), { sesion: sesionDe(p), codigo: p.cuerpo.codigo }),
        );
        return r.ok ? redirigir(caminoDeLaAtencion(p.parametros.acto)) : rechazo({ codigo: r.mensaje });
      },
    }),
    ...todos.flatMap((t) => t.rutas(o.claves)),
  ];
}

type DeActo = Peticion<z.output<typeof ACTO>>;

const sesionDe = (p: Peticion): string => {
  if (!p.sesion) throw errores.sinSesion();
  return p.sesion.id;
};

async function actoDe(trx: Transaccion, p: DeActo): Promise<Atencion> {
  const acto = await atencionPorIdPublico(trx, p.parametros.acto);
  if (!acto) throw errores.noEncontrado();
  return acto;
}

async function mostrarInicio(p: Peticion, fallas: Record<string, string> = {}): Promise<string> {
  const datos = await p.enTransaccion(async (trx) => ({
    solicitudes: await solicitudesPorAtender(trx),
    porAceptar: await atencionesPorAceptar(trx),
  }));
  return paginaAsistidos({
    ...datos,
    clases: p.casa.todos(CLASES_ASISTIDAS),
    valores: p.escrito,
    errores: fallas,
  });
}

async function mostrarAtencion(
  p: DeActo,
  o: { pedido?: boolean; errores?: Record<string, string> },
): Promise<string> {
  const acto = await p.enTransaccion((trx) => actoDe(trx, p));
  const { fundamento } = p.casa.uno(CLASES_ASISTIDAS, acto.clase);
  return paginaAtencion({ acto, fundamento, ...o });
}
