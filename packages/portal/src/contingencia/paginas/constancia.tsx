import {
  ComoSeVerifica,
  DatosDelIntento,
  EnlaceBoton,
  LoQueDiceLaLey,
  LoQueNoEs,
  Pagina,
  renderizarPagina,
} from '../../interfaz/index.ts';
import type { Intento } from '../../plataforma/index.ts';

/** A proof by its number: what it says, and never of whom it is. */
export const paginaConstancia = (intento: Intento) =>
  renderizarPagina(
    <Pagina
      titulo="Constancia de un intento que falló"
      indexable={false}
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Constancias de intento', href: '/constancias' },
      ]}
    >
      <p class="govuk-body">
        Esta oficina dio esta constancia: una persona con cuenta aquí intentó hacer algo y la oficina falló.
        No dice quién es; esa persona la ve en su cuenta.
      </p>
      <DatosDelIntento intento={intento} />
      <p>
        <EnlaceBoton href={`/constancias/${intento.numero}/firmada`} variante="secundario">
          Descargar la constancia firmada
        </EnlaceBoton>
      </p>
      <LoQueNoEs intento={intento} />
      <LoQueDiceLaLey intento={intento} />
      <ComoSeVerifica />
    </Pagina>,
  );
