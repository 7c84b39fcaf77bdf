import { pagina, rechazo, redirigir, ruta, type Respuesta, type Ruta } from '../../plataforma/index.ts';
import { borradorDe } from '../borrador/index.ts';
import { calcularBorrador, DE_LA_SANCION } from '../cuenta/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { deBorrador } from './direcciones.ts';
import { guardarRespuestas } from './guardar-respuestas.ts';
import { abierto, BASE, DE_BORRADOR, LO_ESCRITO } from './lo-comun.ts';
import { paginaSancion } from './paginas/sancion.tsx';
import { loQueReduce } from './sancion.ts';

const comun = { acceso: 'titular', parametros: DE_BORRADOR, camino: `${BASE}/sancion` } as const;

/** What the person states so that the law reduces the penalty. */
export const rutasDeSancion: readonly Ruta[] = [
  ruta({
    ...comun,
    nombre: 'declaraciones.sancion',
    metodo: 'GET',
    manejar: async (p) =>
      pagina(
        paginaSancion({
          b: (await abierto(p)).b,
          titular: p.parametros.titular,
          ...(p.recuperado && { escrito: p.recuperado }),
        }),
      ),
  }),
  ruta({
    ...comun,
    nombre: 'declaraciones.guardar-sancion',
    metodo: 'POST',
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    cuerpo: LO_ESCRITO,
    invalido: async (p, campos) =>
      paginaSancion({
        b: (await abierto(p)).b,
        titular: p.parametros.titular,
        escrito: p.escrito,
        errores: campos,
      }),
    manejar: (p) =>
      p.enTransaccion(async (trx): Promise<Respuesta> => {
        const { titular, sinPresentar } = p.parametros;
        const b = await calcularBorrador(trx, await borradorDe(trx, sinPresentar));
        const leido = loQueReduce({ corrige: b.anterior !== undefined }).esquema.safeParse(p.escrito);
        if (!leido.success)
          return rechazo(
            Object.fromEntries(leido.error.issues.map((i) => [String(i.path[0] ?? ''), i.message])),
          );
        const choque = await guardarRespuestas(trx, p, b.borrador, { [DE_LA_SANCION]: { ...leido.data } });
        return choque ?? redirigir(`${deBorrador(titular, sinPresentar)}/revision`);
      }),
  }),
];
