import { formatearPesos } from '@autogestion/normas/dinero';
import {
  Boton,
  camposDe,
  Formulario,
  Pagina,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { loDeLaSancion, type BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../direcciones.ts';
import { loQueReduce } from '../sancion.ts';

/** Whether the penalty is reduced: what only the person knows, asked with what each answer costs. */
export function paginaSancion(o: {
  b: BorradorCalculado;
  titular: string;
  escrito?: Valores;
  errores?: Errores;
}): string {
  const { b, errores = {} } = o;
  const base = deBorrador(o.titular, b.borrador.idPublico);
  const dicho = loDeLaSancion(b.borrador.contenido);
  const valores = o.escrito ?? {
    ...(dicho && { 'ultima-falta': dicho.ultimaFalta, 'acto-previo': dicho.actoPrevio }),
  };
  const { sancion } = b.cuenta;
  return renderizarPagina(
    <Pagina
      titulo="¿Paga menos sanción?"
      parteDe={b.clase.nombre(b.borrador.anio, b.borrador.periodo)}
      errores={errores}
      volver={{ href: `${base}/revision`, texto: 'La revisión' }}
    >
      {sancion ? (
        <p class="govuk-body">
          Hoy la sanción es de {formatearPesos(sancion.final)}.{' '}
          {sancion.reducida
            ? `Entera es de ${formatearPesos(sancion.sancion > sancion.minima ? sancion.sancion : sancion.minima)}; al 75 %, de ${formatearPesos(sancion.reducida[75])}; al 50 %, de ${formatearPesos(sancion.reducida[50])}.`
            : null}{' '}
          Nunca baja de {formatearPesos(sancion.minima)}, la mínima.
        </p>
      ) : (
        <p class="govuk-body">Con lo que ha respondido, esta declaración no lleva sanción nueva.</p>
      )}
      <p class="govuk-body">
        La ley la reduce a la mitad a quien no cometió la misma falta en los dos años anteriores, y al 75 % a
        quien no la cometió en el último (ET 640). Lo que responda queda escrito en lo que firma.
      </p>
      <Formulario accion={`${base}/sancion`} ocultos={{ _revision: b.borrador.revision }}>
        {loQueReduce({ corrige: b.anterior !== undefined }).pagina({
          datos: {},
          nombre: '',
          campo: camposDe({ valores, errores }),
          valores,
          errores,
        })}
        <Boton>Guardar</Boton>
      </Formulario>
    </Pagina>,
  );
}
