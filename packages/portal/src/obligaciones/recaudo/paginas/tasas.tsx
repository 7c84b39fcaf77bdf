import {
  Aviso,
  Boton,
  Etiqueta,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { juntas, opcion, porcentaje, Preguntar, texto } from '../../../interfaz/preguntas/index.ts';
import type { Valores } from '../../../interfaz/index.ts';
import type { MesDeUsura } from '../tasas.ts';
import { MIGAS } from './estado.tsx';

/** The law of usury knows no rate outside these: a typing error does not become interest. */
const LIMITES = { minimo: 500, maximo: 10_000 };

export const tasaPorAnotar = (meses: readonly MesDeUsura[]) =>
  juntas(
    {
      mes: {
        nombre: 'Mes',
        pregunta: opcion({
          campo: 'mes',
          etiqueta: 'Mes',
          falta: 'Elija el mes de la tasa.',
          desplegable: true,
          de: () => meses.map((m) => ({ valor: m.mes, texto: m.enPalabras })),
        }),
      },
      centesimas: {
        nombre: 'Usura',
        pregunta: porcentaje({
          campo: 'usura',
          etiqueta: 'Usura certificada, efectiva anual',
          ayuda: 'De consumo y ordinario, con dos decimales: 25,52.',
        }),
      },
      fuente: {
        nombre: 'Fuente',
        pregunta: texto({
          campo: 'fuente',
          etiqueta: 'Resolución que la certifica',
          ayuda: 'Por ejemplo: Superfinanciera, Resolución 0123 de 2026.',
          que: 'La resolución',
          falta: 'Escriba la resolución que certifica la tasa.',
          minimo: 5,
          maximo: 200,
        }),
      },
    },
    {
      admite: ({ centesimas, mes }): Readonly<Record<string, string>> => {
        if (!meses.some((m) => m.mes === mes)) return { mes: 'Elija un mes de la lista.' };
        if (centesimas >= LIMITES.minimo && centesimas <= LIMITES.maximo) return {};
        return { usura: 'Escriba una tasa entre 5 % y 100 %: la que certifica la Superintendencia.' };
      },
    },
  );

/** Which months are counted with a rate that is not theirs yet, and writing down the one that was certified. */
export const paginaTasas = (o: {
  meses: readonly MesDeUsura[];
  anotada: boolean;
  valores?: Valores | undefined;
  errores?: Record<string, string> | undefined;
}) => {
  const sin = o.meses.filter((m) => m.usura === undefined).length;
  return renderizarPagina(
    <Pagina
      titulo="Tasas de usura certificadas"
      ancho="ancha"
      migas={MIGAS}
      errores={o.errores}
      antes={o.anotada ? <Aviso tipo="exito">La tasa quedó anotada. Los intereses ya la usan.</Aviso> : null}
    >
      <p class="govuk-body">
        La Superintendencia Financiera certifica cada mes la usura, y de ella sale el interés de mora (ET
        635). Un mes sin su tasa se liquida con la del último que se conoce, y a la persona se le dice así.{' '}
        {sin === 1 ? 'Hay un mes así.' : `Hay ${sin} meses así.`}
      </p>
      <Formulario accion="/mesa/recaudo/tasas">
        <Preguntar pregunta={tasaPorAnotar(o.meses)} valores={o.valores ?? {}} errores={o.errores ?? {}} />
        <Boton>Anotar la tasa</Boton>
      </Formulario>
      <Tabla
        titulo="Meses que no venían con el programa"
        columnas={[{ titulo: 'Mes' }, { titulo: 'Usura', numerica: true }, { titulo: 'De dónde sale' }]}
        filas={o.meses.map((m) => [
          m.enPalabras,
          m.usura === undefined ? '—' : `${m.usura.replace('.', ',')} %`,
          m.fuente ?? <Etiqueta tono="ojo">SUPUESTA</Etiqueta>,
        ])}
      />
    </Pagina>,
  );
};
