import { AreaTexto, Boton, camposDe, Formulario, Radios, Selector } from '../../interfaz/index.ts';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';

/** What must be looked for outside: nothing is taken for verified until somebody writes it. */
export function Verificaciones({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) {
  if (caso.tipo.verificables.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Anotar una verificación</h3>
      <Formulario accion={`/mesa/tramites/${caso.radicado}/verificar`}>
        <Selector
          {...camposDe({ valores, errores }).texto('que')}
          etiqueta="Qué verificó"
          opciones={caso.tipo.verificables.map((v) => {
            const ya = caso.marcha.verificado[v.id];
            return {
              valor: v.id,
              texto: `${v.que} (${ya ? (ya === 'hay' ? 'hay' : 'no hay') : 'no verificado'})`,
            };
          })}
        />
        <Radios
          {...camposDe({ valores, errores }).texto('hallazgo')}
          etiqueta="Qué encontró"
          enLinea
          opciones={[
            { valor: 'no-hay', texto: 'No hay' },
            { valor: 'hay', texto: 'Hay' },
          ]}
        />
        <AreaTexto
          {...camposDe({ valores, errores }).texto('nota')}
          etiqueta="Dónde lo buscó y qué vio"
          filas={2}
          maximo={4_000}
        />
        <Boton variante="secundario">Anotar</Boton>
      </Formulario>
    </>
  );
}

/** A message to the person. */
export const Escribir = ({ caso, valores = {}, errores = {} }: PropsDeCasoEnMesa) => (
  <Formulario accion={`/mesa/tramites/${caso.radicado}/mensajes`} unaVez>
    <AreaTexto
      {...camposDe({ valores, errores }).texto('mensaje')}
      etiqueta="Escribirle a la persona"
      ayuda="Le llega por correo y lo ve en su trámite. No detiene el plazo."
      filas={3}
      maximo={4_000}
    />
    <Boton variante="secundario">Enviar</Boton>
  </Formulario>
);
