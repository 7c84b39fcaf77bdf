import { z } from 'zod';
import type { Miga } from '../../interfaz/index.ts';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  errores,
  FORMA_ID_PUBLICO,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Acceso,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { DE_FACTURAS, SOBRE_FACTURAS } from '../politicas.ts';
import { entregaPorId, loteConEntregas, ultimasEntregas } from './consultas.ts';
import { archivoDeEntrega } from './descargar.ts';
import type { EntornoDeRecepcion } from './entorno.ts';
import { entregar } from './entregar.ts';
import { LIMITES } from './lotes.ts';
import { paginaEntrega, paginaLote } from './paginas/entrega.tsx';
import { DOCUMENTO, paginaEntregar } from './paginas/entregar.tsx';
import type { QuienEntrega } from './entrega.ts';
import { elTitular, unFuncionario } from './recibir-documento.ts';

/** Who comes, and what is shown to them: a taxpayer with what they issued, or an official with anybody's. */
interface Lado {
  acceso: Acceso;
  roles?: readonly string[];
  ambito?: 'presentar';
  /** Before the names of its routes. */
  sufijo: string;
  camino: string;
  parametros: z.ZodObject<{ titular?: z.ZodString }>;
  base: (p: Peticion) => string;
  quien: (p: Peticion, e: EntornoDeRecepcion) => QuienEntrega;
  deQuien: string;
}

const DEL_TITULAR: Lado = {
  acceso: 'titular',
  ambito: DE_FACTURAS.entregar,
  sufijo: '',
  camino: '/de/:titular/facturas/entregas',
  parametros: z.object({ titular: z.string() }),
  base: (p) => `/de/${(p.parametros as { titular: string }).titular}/facturas/entregas`,
  quien: (p) => elTitular(p),
  deQuien:
    'Entregue los documentos electrónicos que usted expide: se revisan uno por uno y recibe la respuesta firmada con lo que se halló.',
};

const DE_LA_OFICINA: Lado = {
  acceso: 'funcionario',
  roles: SOBRE_FACTURAS.entregar,
  sufijo: '-mesa',
  camino: '/mesa/facturas',
  parametros: z.object({}),
  base: () => '/mesa/facturas',
  quien: (p, e) =>
    p.actor.tipo === 'funcionario'
      ? unFuncionario(p.actor.funcionario, p.actor.sesion, e.comoPropietario)
      : { enTransaccion: p.enTransaccion },
  deQuien: 'Entregue documentos electrónicos de cualquier emisor: la firma de cada uno dice de quién es.',
};

export const rutasDeRecepcion = (e: EntornoDeRecepcion): Ruta[] => [
  ...rutasDe(DEL_TITULAR, e),
  ...rutasDe(DE_LA_OFICINA, e),
];

function rutasDe(lado: Lado, e: EntornoDeRecepcion): Ruta[] {
  const { acceso, camino, sufijo, parametros } = lado;
  const comun = { acceso, ...(lado.roles && { roles: lado.roles }) };
  const conEntrega = parametros.extend({ entrega: z.string().regex(FORMA_ID_PUBLICO) });
  const conLote = parametros.extend({ lote: z.string().regex(FORMA_ID_PUBLICO) });
  const migas = (p: Peticion, dentro = true): Miga[] => [
    { texto: 'Inicio', href: '/' },
    ...(dentro ? [{ texto: 'Entregar documentos electrónicos', href: lado.base(p) }] : []),
  ];
  const mostrar = async (p: Peticion, faltas?: Record<string, string>): Promise<string> => {
    const quien = lado.quien(p, e);
    const entregas = await p.enTransaccion((trx) => ultimasEntregas(trx, quien));
    return paginaEntregar({
      ...{ base: lado.base(p), migas: migas(p, false), deQuien: lado.deQuien, entregas },
      ...(faltas && { errores: faltas }),
    });
  };
  const leer = async (p: Peticion<{ entrega: string }>) => {
    const entrega = await p.enTransaccion((trx) => entregaPorId(trx, p.parametros.entrega));
    if (!entrega) throw errores.noEncontrado();
    return entrega;
  };
  const archivo = (cual: 'original' | 'respuesta') =>
    ruta({
      ...comun,
      nombre: `facturas.${cual}${sufijo}`,
      metodo: 'GET',
      camino: `${camino}/:entrega/${cual}.xml`,
      parametros: conEntrega,
      manejar: async (p) => archivoDeEntrega(p, e, await leer(p), cual),
    });
  return [
    ruta({
      ...comun,
      nombre: `facturas.entregas${sufijo}`,
      metodo: 'GET',
      camino,
      parametros,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...comun,
      ...(lado.ambito && { ambito: lado.ambito }),
      nombre: `facturas.entregar${sufijo}`,
      metodo: 'POST',
      camino,
      parametros,
      multiparte: true,
      maximo: LIMITES.bytesDeLote,
      porMinuto: LIMITES.entregasPorMinuto,
      cuerpo: z.unknown(),
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        const leido = DOCUMENTO.esquema.safeParse(conArchivos(p));
        if (!leido.success) return rechazo({ archivo: leido.error.issues[0]?.message ?? '' });
        const r = await entregar(e, lado.quien(p, e), leido.data).catch(comoRechazo);
        if ('tipo' in r) return r;
        return redirigir(`${lado.base(p)}/${'lote' in r ? `lotes/${r.lote}` : r.entrega.idPublico}`);
      },
    }),
    ruta({
      ...comun,
      nombre: `facturas.lote${sufijo}`,
      metodo: 'GET',
      camino: `${camino}/lotes/:lote`,
      parametros: conLote,
      async manejar(p) {
        const lote = await p.enTransaccion((trx) => loteConEntregas(trx, p.parametros.lote));
        if (!lote) throw errores.noEncontrado();
        return pagina(paginaLote({ lote, base: lado.base(p), migas: migas(p) }));
      },
    }),
    ruta({
      ...comun,
      nombre: `facturas.entrega${sufijo}`,
      metodo: 'GET',
      camino: `${camino}/:entrega`,
      parametros: conEntrega,
      manejar: async (p) =>
        pagina(paginaEntrega({ entrega: await leer(p), base: lado.base(p), migas: migas(p) })),
    }),
    archivo('respuesta'),
    archivo('original'),
  ];
}

/** What is wrong with a file is told beside its field. */
function comoRechazo(error: unknown) {
  const { campos } = error as { campos?: Record<string, string> };
  if (campos?.archivo === undefined) throw error;
  return rechazo({ archivo: campos.archivo });
}
