import { z } from 'zod';
import { pagina, puede, redirigir, ruta, unaSolaVez, type Ruta } from '../../plataforma/index.ts';
import { deBorrador } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { paginaDeclaraciones } from './paginas/lista.tsx';
import { empezarDeclaracion, susDeclaraciones } from './sus-declaraciones.ts';

const TITULAR = z.object({ titular: z.string() });
const CUAL = z.object({
  formulario: z.string().max(10),
  anio: z.coerce.number().int(),
  periodo: z.string().max(20),
});

/** Where whoever begins goes on, by what they pressed; the parts of the return unless told. */
const DONDE_EMPIEZA: ReadonlyMap<string | undefined, string> = new Map([
  ['en-cero', '/revision'],
  ['con-lo-reportado', '/lo-reportado'],
]);

/** What somebody filed, is filling, or may begin. */
export const rutasDeLista: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'declaraciones.lista',
    metodo: 'GET',
    camino: '/de/:titular/declaraciones',
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        return pagina(
          paginaDeclaraciones({
            ...(await susDeclaraciones(trx)),
            titular: p.parametros.titular,
            hoy: trx.hoy,
            puedeLlenar: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
          }),
        );
      }),
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'declaraciones.empezar',
    metodo: 'POST',
    camino: '/de/:titular/declaraciones',
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    porMinuto: 30,
    cuerpo: CUAL,
    async manejar(p) {
      const idPublico = await p.enTransaccion((trx) =>
        unaSolaVez(trx, { ...p, cuerpo: p.escrito }, () => empezarDeclaracion(trx, p.cuerpo)),
      );
      const base = deBorrador(p.parametros.titular, idPublico);
      return redirigir(base + (DONDE_EMPIEZA.get(p.ocultos._accion) ?? ''));
    },
  }),
];
