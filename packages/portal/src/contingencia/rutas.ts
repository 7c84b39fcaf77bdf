import { constanciaEnPem } from '@autogestion/documentos';
import { z } from 'zod';
import { conArchivos } from '../interfaz/preguntas/index.ts';
import {
  FORMA_DE_NUMERO,
  numeroDeIntento,
  pagina,
  rechazo,
  redirigir,
  ruta,
  validar,
  type Entorno,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../plataforma/index.ts';
import type { EntornoSello } from '../sello/index.ts';
import { erroresDeContingencia } from './errores.ts';
import { intentoDeNumero, intentosDe } from './intentos.ts';
import { paginaConstancia } from './paginas/constancia.tsx';
import { paginaIntentos } from './paginas/intentos.tsx';
import {
  ARCHIVO,
  ARCHIVO_MAXIMO,
  DEMASIADO_GRANDE,
  NUMERO,
  paginaConstancias,
} from './paginas/constancias.tsx';
import { paginaVeredicto } from './paginas/veredicto.tsx';
import { verificarEntregada } from './verificar-constancia.ts';

/** Proofs of a failed attempt: each with its number, their verification, and those of an account. */
export function rutasDeContingencia(e: Entorno & EntornoSello): Ruta[] {
  const parametros = z.object({ intento: z.string() });
  /** They answer while there is no database, of what this machine has written. */
  const sinBase = { acceso: 'publico', sinMirarQuien: true, porMinuto: 60 } as const;
  const buscar = async (p: Pick<Peticion, 'enTransaccion'>, escrito: string) => {
    const numero = numeroDeIntento(escrito);
    const hallado = FORMA_DE_NUMERO.test(numero)
      ? await intentoDeNumero(e.contingencia, p.enTransaccion, numero)
      : undefined;
    if (!hallado) throw erroresDeContingencia.sinConstancia();
    return hallado;
  };
  return [
    ruta({
      ...sinBase,
      nombre: 'contingencia.constancias',
      metodo: 'GET',
      camino: '/constancias',
      manejar: async () => pagina(paginaConstancias({})),
    }),
    ruta({
      nombre: 'contingencia.buscar-constancia',
      metodo: 'POST',
      camino: '/constancias',
      acceso: 'publico',
      porMinuto: 30,
      cuerpo: NUMERO.esquema,
      invalido: async (p, errores) => paginaConstancias({ valores: p.escrito, errores }),
      manejar: async (p) => redirigir(`/constancias/${p.cuerpo}`),
    }),
    ruta({
      nombre: 'contingencia.verificar-constancia',
      metodo: 'POST',
      camino: '/constancias/archivo',
      acceso: 'publico',
      porMinuto: 20,
      multiparte: true,
      maximo: ARCHIVO_MAXIMO + 1,
      invalido: async (_, errores) => paginaConstancias({ errores }),
      async manejar(p): Promise<Respuesta> {
        const leido = validar(ARCHIVO.esquema, conArchivos(p));
        if (!leido.ok) return rechazo(leido.campos);
        const { contenido } = leido.datos;
        if (contenido.length > ARCHIVO_MAXIMO) return rechazo({ archivo: DEMASIADO_GRANDE });
        return pagina(paginaVeredicto(await verificarEntregada(e, contenido)));
      },
    }),
    ruta({
      ...sinBase,
      nombre: 'contingencia.constancia',
      metodo: 'GET',
      camino: '/constancias/:intento',
      parametros,
      async manejar(p) {
        const intento = await buscar(p, p.parametros.intento);
        return intento.numero === p.parametros.intento
          ? pagina(paginaConstancia(intento))
          : redirigir(`/constancias/${intento.numero}`);
      },
    }),
    ruta({
      ...sinBase,
      nombre: 'contingencia.descargar-constancia',
      metodo: 'GET',
      camino: '/constancias/:intento/firmada',
      parametros,
      async manejar(p) {
        const intento = await buscar(p, p.parametros.intento);
        return {
          tipo: 'archivo',
          contenido: Buffer.from(constanciaEnPem(await e.contingencia.firmada(intento))),
          media: 'application/x-pem-file',
          nombre: `${intento.numero}.pem`,
        };
      },
    }),
    ruta({
      nombre: 'contingencia.intentos',
      metodo: 'GET',
      camino: '/de/:titular/intentos',
      acceso: 'titular',
      parametros: z.object({ titular: z.string() }),
      manejar: (p) =>
        p.enTransaccion(async (trx) =>
          pagina(paginaIntentos({ titular: p.parametros.titular, intentos: await intentosDe(trx) })),
        ),
    }),
  ];
}
