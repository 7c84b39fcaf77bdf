import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  abrirSesion,
  enviarMensaje,
  errores,
  json,
  MENSAJE_COMPROBACION,
  NADIE,
  pagina,
  rechazo,
  redirigir,
  REGLAS_CODIGO,
  ruta,
  type EnTransaccion,
  type Peticion,
  type Ruta,
  type Sesion,
  type Transaccion,
  type SinEmitir,
} from '../../plataforma/index.ts';
import { CODIGO_ESCRITO, CORREO_ESCRITO } from '../../interfaz/preguntas/index.ts';
import {
  abrirBorrador,
  apiDeRecorrido,
  buscarBorradores,
  hayBorradores,
  hechosDeBorrador,
  rutasDeRecorrido,
} from '../../interfaz/recorrido/index.ts';
import { COPIA, versionVigente } from '../../rut/index.ts';
import { documentosDe } from '../../sello/index.ts';
import {
  paginaElegirBorrador,
  paginaInicio,
  paginaRecibo,
  paginaRetomar,
  paginaRetomarCodigo,
} from './paginas.tsx';
import { paginaSituacion } from './pagina-situacion.tsx';
import { ID_INSCRIPCION, recorridoInscripcion, type DependenciasInscripcion } from './recorrido.ts';
import type { Hechos } from './tipos.ts';

const BASE = '/rut/inscripcion/:borrador';
const BORRADOR = z.object({ borrador: z.string().regex(/^[0-9a-z]{26}$/) });
const PROPOSITO = 'rut.inscripcion.retomar';
type OpcionesInscripcion = Omit<DependenciasInscripcion, 'paginaSituacion'> & {
  caminoEntrar: string;
  enTransaccion: EnTransaccion;
};

/** Registration: its first page, the journey, resuming, what stops it, and the receipt. */
export function rutasInscripcion(o: OpcionesInscripcion): Ruta[] {
  const recorrido = recorridoInscripcion({ ...o, paginaSituacion: (b) => `/rut/inscripcion/${b}/situacion` });
  const opciones = { acceso: 'visitante', claves: o.claves } as const;
  return [
    ...rutasEntrada(o, recorrido),
    ...rutasRetomar(o),
    rutaSituacion(o),
    rutaRecibo(),
    ...rutasDeRecorrido(recorrido, {
      ...opciones,
      base: BASE,
      sinSesion: () => '/rut/inscripcion/retomar?vencida=si',
    }),
    ...apiDeRecorrido(recorrido, {
      ...opciones,
      base: '/api/v1/rut/inscripciones/:borrador',
      etiqueta: 'Inscripción en el RUT',
      resultado: ResultadoApi,
    }),
  ];
}

const ResultadoApi = z.object({
  titular: z.string(),
  nit: z.string(),
  dv: z.int(),
  radicado: z.string(),
  formulario: z.string(),
  hash: z.string(),
  copia: z.string(),
  recibidoEn: z.iso.datetime(),
  token: z.string().describe('Portador para las rutas de la persona inscrita'),
});

/** Opens a draft in the session there is, or in a new one. A signed-in person registers somebody else apart. */
async function empezar(p: Peticion, medio: Sesion['medio'], def: Parameters<typeof abrirBorrador>[1]) {
  const sesion =
    p.sesion && !p.sesion.persona && !p.sesion.funcionario
      ? p.sesion
      : await p.enTransaccion((trx) => abrirSesion(trx, medio));
  return { sesion, abrir: (trx: Transaccion) => abrirBorrador(trx, def) };
}

function rutasEntrada(o: OpcionesInscripcion, def: Parameters<typeof abrirBorrador>[1]): Ruta[] {
  const abrir = async (p: Peticion, medio: Sesion['medio']) => {
    const { sesion, abrir: enSesion } = await empezar(p, medio, def);
    const borrador = await o.enTransaccion({ tipo: 'visitante', sesion: sesion.id }, enSesion);
    return { sesion, borrador };
  };
  return [
    ruta({
      nombre: 'tramites-rut.inscripcion',
      metodo: 'GET',
      camino: '/rut/inscripcion',
      acceso: 'publico',
      manejar: async () => pagina(paginaInicio()),
    }),
    ruta({
      nombre: 'tramites-rut.empezar-inscripcion',
      metodo: 'POST',
      camino: '/rut/inscripcion',
      acceso: 'publico',
      porMinuto: 30,
      async manejar(p) {
        const { sesion, borrador } = await abrir(p, 'navegador');
        return { ...redirigir(`/rut/inscripcion/${borrador.idPublico}`), sesion };
      },
    }),
    ruta({
      nombre: 'tramites-rut.api-empezar-inscripcion',
      metodo: 'POST',
      camino: '/api/v1/rut/inscripciones',
      acceso: 'publico',
      porMinuto: 600,
      api: {
        resumen: 'Abre un borrador de inscripción',
        etiqueta: 'Inscripción en el RUT',
        descripcion: 'El `token` es el portador (`Authorization: Bearer`) de los pasos que siguen.',
        respuestas: { 201: z.object({ borrador: z.string(), token: z.string() }) },
      },
      async manejar(p) {
        const { sesion, borrador } = await abrir(p, 'api');
        return json({ borrador: borrador.idPublico, token: sesion.token }, 201);
      },
    }),
  ];
}

/** Taking a draft up again with a code sent to its e-mail. The pages answer alike whether or not there is one. */
function rutasRetomar(o: OpcionesInscripcion): Ruta[] {
  return [
    ruta({
      nombre: 'tramites-rut.retomar-inscripcion',
      metodo: 'GET',
      camino: '/rut/inscripcion/retomar',
      acceso: 'publico',
      consulta: z.object({ vencida: z.literal('si').optional().catch(undefined) }),
      manejar: async (p) => pagina(paginaRetomar({ vencida: p.consulta.vencida === 'si' })),
    }),
    ruta({
      nombre: 'tramites-rut.pedir-codigo-para-retomar',
      metodo: 'POST',
      camino: '/rut/inscripcion/retomar',
      acceso: 'publico',
      porMinuto: 10,
      cuerpo: z.object({ correo: CORREO_ESCRITO }),
      invalido: async (p, campos) => paginaRetomar({ valores: p.escrito, errores: campos }),
      async manejar(p) {
        const { correo } = p.cuerpo;
        const sesion = p.sesion ?? (await p.enTransaccion((trx) => abrirSesion(trx, 'navegador')));
        const espere = await o.enTransaccion({ tipo: 'visitante', sesion: sesion.id }, (trx) =>
          enviarCodigo(trx, o, sesion, correo),
        );
        p.estrenar(sesion);
        return { ...pagina(paginaRetomarCodigo({ correo, ...definidos({ espere }) })), sesion };
      },
    }),
    ruta({
      nombre: 'tramites-rut.retomar-con-codigo',
      metodo: 'POST',
      camino: '/rut/inscripcion/retomar/codigo',
      acceso: 'visitante',
      porMinuto: 20,
      sinSesion: () => '/rut/inscripcion/retomar',
      cuerpo: z.object({ correo: CORREO_ESCRITO, codigo: CODIGO_ESCRITO }),
      invalido: async (p, campos) =>
        paginaRetomarCodigo({
          correo: [p.escrito.correo ?? ''].flat()[0] ?? '',
          errores: campos,
        }),
      async manejar(p) {
        const { correo, codigo } = p.cuerpo;
        const r = await p.enTransaccion((trx) => retomar(trx, o, p.sesion, correo, codigo));
        if (r.mensaje !== undefined) return rechazo({ codigo: r.mensaje });
        const [unico] = r.borradores;
        if (!unico) return redirigir('/rut/inscripcion');
        const pendiente = p.caminoRecuperado;
        const suyo =
          pendiente && r.borradores.some((b) => pendiente.startsWith(`/rut/inscripcion/${b.id_publico}/`));
        if (suyo) return redirigir(pendiente);
        return r.borradores.length === 1
          ? redirigir(`/rut/inscripcion/${unico.id_publico}`)
          : pagina(paginaElegirBorrador(r.borradores));
      },
    }),
  ];
}

async function enviarCodigo(
  trx: Transaccion,
  o: OpcionesInscripcion,
  sesion: Sesion,
  correo: string,
): Promise<SinEmitir | undefined> {
  const emision = await o.codigos.emitir(trx, sesion.id, PROPOSITO, correo);
  const hay = await hayBorradores(trx, o.claves, ID_INSCRIPCION, correo);
  if (emision.tipo !== 'emitido') return emision;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: hay ? correo : NADIE,
    asunto: `${emision.codigo} es su código para seguir`,
    texto: `Su código para seguir la inscripción en el RUT es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos.\n\nSi usted no lo pidió, no haga nada.`,
    vence: emision.vence,
  });
  return undefined;
}

async function retomar(
  trx: Transaccion,
  o: OpcionesInscripcion,
  sesion: Sesion | undefined,
  correo: string,
  codigo: string,
) {
  const r = await o.codigos.comprobar(trx, sesion?.id ?? '', PROPOSITO, correo, codigo);
  if (r !== 'correcto') return { mensaje: MENSAJE_COMPROBACION[r] };
  return { borradores: await buscarBorradores(trx, o.claves, ID_INSCRIPCION, correo) };
}

function rutaSituacion(o: OpcionesInscripcion): Ruta {
  return ruta({
    nombre: 'tramites-rut.ver-situacion',
    metodo: 'GET',
    camino: `${BASE}/situacion`,
    acceso: 'visitante',
    parametros: BORRADOR,
    async manejar(p) {
      const hechos: Partial<Hechos> | undefined = await p.enTransaccion((trx) =>
        hechosDeBorrador(trx, ID_INSCRIPCION, p.parametros.borrador),
      );
      const base = `/rut/inscripcion/${p.parametros.borrador}`;
      if (!hechos) throw errores.noEncontrado();
      if (!hechos.solicitud && !hechos.situacion && !hechos.correoEnUso) return redirigir(base);
      return pagina(paginaSituacion(hechos, base, o.caminoEntrar));
    },
  });
}

function rutaRecibo(): Ruta {
  return ruta({
    nombre: 'tramites-rut.ver-recibo',
    metodo: 'GET',
    camino: '/de/:titular/rut/inscripcion/:radicado',
    acceso: 'titular',
    parametros: z.object({ titular: z.string(), radicado: z.string() }),
    async manejar(p) {
      const datos = await p.enTransaccion(async (trx) => ({
        version: await versionVigente(trx, p.titular),
        copias: await documentosDe(trx, p.titular, COPIA, 100),
      }));
      const { version } = datos;
      if (version?.radicado !== p.parametros.radicado) throw errores.noEncontrado();
      const copia = datos.copias.find(
        (d) => d.contenido.version === version.id && d.contenido.origen === 'inscripcion',
      );
      return pagina(paginaRecibo({ version, copia, base: `/de/${p.parametros.titular}/rut` }));
    },
  });
}
