import type { Json } from '@autogestion/documentos';
import { leerPesos } from '@autogestion/normas/dinero';
import { separarMiles } from '@autogestion/normas/nit';
import { leerEntrada, type Casilla, type Falta, type Hecho } from '@autogestion/normas/formularios/motor';
import { campoDeCasilla, seEscribe } from '../../interfaz/formulario/index.ts';
import type { Valores } from '../../interfaz/index.ts';
import type { Cambios } from '../borrador/index.ts';
import type { BorradorCalculado } from '../cuenta/index.ts';

export const campoDeHecho = (clave: string): string => `hecho-${clave}`;

/** What each field of a form page shows now, by its name. */
export function valoresDe({ cuenta }: BorradorCalculado, casillas: readonly Casilla[]): Valores {
  return Object.fromEntries(
    casillas.filter(seEscribe).map((c) => [campoDeCasilla(c.clave), comoSeEscribe(cuenta, c)]),
  );
}

export const valoresDeHechos = ({ borrador }: BorradorCalculado, hechos: readonly Hecho[]): Valores =>
  Object.fromEntries(
    hechos.map(({ clave, clase }) => {
      const dado = borrador.contenido[`hecho:${clave}`];
      const texto = typeof dado === 'number' || typeof dado === 'string' ? String(dado) : '';
      return [campoDeHecho(clave), clase === 'pesos' ? separarMiles(texto) : texto];
    }),
  );

/** Empty while nobody gave it, which is not a zero. */
function comoSeEscribe(
  { evaluacion, textos, conocidas }: BorradorCalculado['cuenta'],
  { clave, clase }: Casilla,
): string | string[] {
  if (clase === 'texto') return textos.get(clave) ?? conocidas[clave] ?? '';
  if (evaluacion.estado(clave) === 'falta') return clase === 'marca' ? [] : '';
  const valor = evaluacion.valor(clave);
  if (clase === 'marca') return valor === 1n ? ['X'] : [];
  return clase === 'pesos' ? separarMiles(String(valor)) : String(valor);
}

/** What a form page posted: what changes, and what could not be read, by the name of its field. */
interface Leido {
  cambios: Cambios;
  errores: Record<string, string>;
}

/**
 * Reads what was posted of some boxes. What did not come is as it was, except a mark in a whole page, which posts nothing
 * when it is taken away. What says the same as the page showed is no change: so a figure that came from the interview
 * stays its own until the person writes another.
 */
export function leerCasillas(
  b: BorradorCalculado,
  casillas: readonly Casilla[],
  escrito: Valores,
  { pagina }: { pagina: 'entera' | 'en-partes' },
): Leido {
  const mostrado = valoresDe(b, casillas);
  const vino = ({ clave, clase }: Casilla) =>
    campoDeCasilla(clave) in escrito || (clase === 'marca' && pagina === 'entera');
  return leer(
    casillas
      .filter((c) => seEscribe(c) && vino(c))
      .flatMap((c) => {
        const campo = campoDeCasilla(c.clave);
        const [ahora, antes] = [textoDe(escrito[campo]), textoDe(mostrado[campo])];
        return ahora === antes
          ? []
          : [{ clave: `casilla:${c.clave}`, casilla: c.clave, campo, texto: ahora }];
      }),
    (dadas) => leerEntrada(b.clase.formulario, { casillas: dadas }),
    b.clase.formulario.secciones.flatMap((s) => s.casillas),
  );
}

/** The same of facts that no box prints. */
export function leerHechos(b: BorradorCalculado, hechos: readonly Hecho[], escrito: Valores): Leido {
  const mostrado = valoresDeHechos(b, hechos);
  return leer(
    hechos.flatMap(({ clave }) => {
      const campo = campoDeHecho(clave);
      if (!(campo in escrito)) return [];
      const [ahora, antes] = [textoDe(escrito[campo]), textoDe(mostrado[campo])];
      return ahora === antes
        ? []
        : [{ clave: `hecho:${clave}`, casilla: `hechos.${clave}`, campo, texto: ahora }];
    }),
    (dados) => {
      // The engine takes numbers only: what was typed with points and signs is read here.
      const leidos = Object.entries(dados).map(([casilla, texto]) => ({ casilla, leido: leerPesos(texto) }));
      const { entrada, faltas } = leerEntrada(b.clase.formulario, {
        hechos: Object.fromEntries(
          leidos.flatMap(({ casilla, leido }) =>
            leido.ok ? [[casilla.replace('hechos.', ''), Number(leido.valor)]] : [],
          ),
        ),
      });
      const ilegibles = leidos.flatMap(({ casilla, leido }) => (leido.ok ? [] : [{ ...leido, casilla }]));
      return { entrada, faltas: [...faltas, ...ilegibles] };
    },
    [],
  );
}

interface Cambiado {
  clave: string;
  /** As the engine calls it in its faults. */
  casilla: string;
  campo: string;
  texto: string;
}

function leer(
  cambiados: readonly Cambiado[],
  engine: (dadas: Record<string, string>) => Pick<ReturnType<typeof leerEntrada>, 'entrada'> & {
    faltas: readonly Pick<Falta, 'casilla' | 'mensaje'>[];
  },
  casillas: readonly Casilla[],
): Leido {
  const llenos = cambiados.filter((c) => c.texto !== '');
  const { entrada, faltas } = engine(Object.fromEntries(llenos.map((c) => [c.casilla, c.texto])));
  const cambios: Record<string, Json> = {};
  const errores: Record<string, string> = {};
  for (const { clave, casilla, campo, texto } of cambiados) {
    const falta = faltas.find((f) => f.casilla === casilla);
    if (falta) errores[campo] = falta.mensaje;
    else if (texto === '') cambios[clave] = null;
    else {
      const valor = entrada.valores.get(casilla.replace('hechos.', ''));
      const clase = casillas.find((c) => c.clave === casilla)?.clase;
      cambios[clave] = valor === undefined || clase === 'marca' || clase === 'tarifa' ? texto : Number(valor);
    }
  }
  return { cambios, errores };
}

const textoDe = (v: string | readonly string[] | undefined): string =>
  (typeof v === 'string' ? v : (v?.[0] ?? '')).trim();
