import { z } from 'zod';
import {
  errores,
  json,
  pagina,
  redirigir,
  ruta,
  type Claves,
  type EnTransaccion,
  type Peticion,
  type Reloj,
  type Ruta,
} from '../../../plataforma/index.ts';
import { erroresDeObligaciones } from '../../errores.ts';
import { DE_PAGOS } from '../../politicas.ts';
import { reciboDe } from '../consultas.ts';
import { cobroDeDemostracion, elegir, esEleccion } from './banco-de-demostracion.ts';
import { DICHO } from './dicho.ts';
import { esLoFirmado, firmaDelAviso } from './firma-de-aviso.ts';
import { estrenarAviso, oirAlBanco } from './oir-al-banco.ts';
import { operacionDe } from './operacion.ts';
import { pagarEnLinea } from './pagar-en-linea.ts';
import { paginaBancoDeDemostracion } from './paginas/banco-de-demostracion.tsx';
import { paginaOperacion } from './paginas/operacion.tsx';
import type { PuertoBanco } from './puerto.ts';

interface EntornoDeRutas {
  comoPropietario: EnTransaccion;
  urlPublica: string;
  reloj: Reloj;
}

const RECIBO = z.object({ titular: z.string(), recibo: z.string() });
const OPERACION = z.object({ titular: z.string(), operacion: z.string() });
const COBRO = z.object({ operacion: z.string() });

/** A notice is short: what is longer is not read. */
const AVISO_MAXIMO = 4_096;

/** To pay in line, to see how it stands, and where the bank tells it. */
export function rutasEnLinea(e: EntornoDeRutas, banco: PuertoBanco): Ruta[] {
  return [
    ruta({
      acceso: 'titular',
      parametros: RECIBO,
      nombre: 'obligaciones.pagar-en-linea',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/recibos/:recibo/en-linea',
      intento: 'pagar',
      ambito: DE_PAGOS.pagar,
      async manejar(p) {
        const operacion = await pagarEnLinea(p, { ...e, banco });
        return redirigir(`/de/${p.parametros.titular}/obligaciones/pagos/${operacion.idPublico}`);
      },
    }),
    ruta({
      acceso: 'titular',
      parametros: OPERACION,
      nombre: 'obligaciones.pago-en-linea',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/pagos/:operacion',
      manejar: async (p) => pagina(await mostrarOperacion(p)),
    }),
    ruta({
      acceso: 'publico',
      nombre: 'obligaciones.api-aviso-del-banco',
      metodo: 'POST',
      camino: '/api/v1/banco/avisos',
      maximo: AVISO_MAXIMO,
      cuerpo: DICHO,
      antesDeLeer(p) {
        if (!firmaDelAviso(banco.secreto, p.cabecera, e.reloj.ahora()))
          throw erroresDeObligaciones.avisoAjeno();
      },
      api: {
        resumen: 'El banco dice cómo quedó un pago',
        etiqueta: 'Pagos',
        descripcion:
          'Lo llama el banco. `banco-huella` es el SHA-256 del JSON en forma canónica (RFC 8785); `banco-firma`, el HMAC-SHA-256 de `<banco-instante>.<banco-huella>`, en hexadecimal. Un aviso que ya se leyó se rechaza (409).',
        respuestas: { 200: z.object({ leido: z.literal(true) }) },
      },
      async manejar(p) {
        const firma = firmaDelAviso(banco.secreto, p.cabecera, e.reloj.ahora());
        if (!firma || !esLoFirmado(p.cabecera, p.cuerpo)) throw erroresDeObligaciones.avisoAjeno();
        if (p.cuerpo.dia > e.reloj.hoy()) throw errores.datosInvalidos({ dia: 'Ese día no ha llegado.' });
        await e.comoPropietario({ tipo: 'sistema', trabajo: 'obligaciones.aviso-del-banco' }, async (trx) => {
          if (!(await estrenarAviso(trx, firma))) throw erroresDeObligaciones.avisoRepetido();
          await oirAlBanco(trx, banco.nombre, p.cuerpo);
        });
        return json({ leido: true });
      },
    }),
  ];
}

async function mostrarOperacion(p: Peticion<z.output<typeof OPERACION>>): Promise<string> {
  return p.enTransaccion(async (trx) => {
    const operacion = await operacionDe(trx, p.parametros.operacion);
    const recibo = operacion && (await reciboDe(trx, operacion.recibo));
    if (operacion?.titular !== p.titular || !recibo) throw errores.noEncontrado();
    const pago = recibo.pagos.findLast((g) => g.medio === 'en-linea' && g.banco === operacion.banco);
    return paginaOperacion({ operacion, recibo, pago, base: `/de/${p.parametros.titular}` });
  });
}

const ELIJA = 'Elija qué hace el banco.';

/** The page of the demonstration's bank. It is no office's page: anybody who has its address stands before it. */
export function rutasDelBancoDeDemostracion(e: EntornoDeRutas & { claves: Claves }): Ruta[] {
  const mostrar = async (operacion: string, campos: Record<string, string> = {}) => {
    const cobro = await cobroDeDemostracion(e, operacion);
    if (!cobro) throw errores.noEncontrado();
    return paginaBancoDeDemostracion({ cobro, errores: campos });
  };
  const comun = {
    acceso: 'publico',
    camino: '/banco-de-demostracion/:operacion',
    parametros: COBRO,
    porMinuto: 60,
  } as const;
  return [
    ruta({
      ...comun,
      nombre: 'obligaciones.banco-de-demostracion',
      metodo: 'GET',
      manejar: async (p) => pagina(await mostrar(p.parametros.operacion)),
    }),
    ruta({
      ...comun,
      nombre: 'obligaciones.elegir-en-el-banco',
      metodo: 'POST',
      cuerpo: z.object({
        eleccion: z.string({ error: ELIJA }).refine(esEleccion, { error: ELIJA }),
      }),
      invalido: (p, campos) => mostrar(p.parametros.operacion, campos),
      async manejar(p) {
        const cobro = await cobroDeDemostracion(e, p.parametros.operacion);
        if (!cobro) throw errores.noEncontrado();
        await elegir(e, cobro.operacion, p.cuerpo.eleccion);
        return redirigir(cobro.volver);
      },
    }),
  ];
}
