import { formatearPesos } from '@autogestion/normas/dinero';
import {
  Aviso,
  Boton,
  camposDe,
  EnlaceBoton,
  Formulario,
  ListaResumen,
  Pagina,
  Radios,
  renderizarPagina,
} from '../../../../interfaz/index.ts';
import { ELECCIONES, type CobroDeDemostracion } from '../banco-de-demostracion.ts';

/** Stands where the page of a bank would: one chooses what it does. */
export const paginaBancoDeDemostracion = ({
  cobro,
  errores,
}: {
  cobro: CobroDeDemostracion;
  errores: Record<string, string>;
}): string =>
  renderizarPagina(
    <Pagina titulo="Banco de demostración" errores={errores} indexable={false}>
      <Aviso tipo="importante" titulo="Esto es una demostración">
        <p>
          No es un banco y aquí nadie paga nada. Sirve para ver qué hace la oficina según lo que haga un
          banco.
        </p>
      </Aviso>
      <ListaResumen
        filas={[
          { rotulo: 'Recibo', valor: cobro.recibo },
          { rotulo: 'Valor', valor: formatearPesos(cobro.valor) },
        ]}
      />
      {cobro.eleccion ? (
        <>
          <p class="govuk-body">Ya eligió: {ELECCIONES[cobro.eleccion.cual].toLocaleLowerCase('es-CO')}.</p>
          <EnlaceBoton href={cobro.volver}>Volver a la oficina</EnlaceBoton>
        </>
      ) : (
        <Formulario accion={`/banco-de-demostracion/${cobro.operacion}`}>
          <Radios
            {...camposDe({ errores }).texto('eleccion')}
            etiqueta="¿Qué hace el banco con este pago?"
            opciones={Object.entries(ELECCIONES).map(([valor, texto]) => ({ valor, texto }))}
          />
          <Boton>Continuar</Boton>
        </Formulario>
      )}
    </Pagina>,
  );
