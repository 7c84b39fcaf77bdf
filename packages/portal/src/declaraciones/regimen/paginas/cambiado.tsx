import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Advertencia,
  EnlaceBoton,
  GrupoDeBotones,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import { NOMBRES, type ActoDeRegimen } from '../acto.ts';
import { deOpcion, deRegimen } from '../direcciones.ts';
import type { Opcion } from '../opciones.ts';
import { LoQueCambia } from './regimen.tsx';

interface Props {
  titular: string;
  opcion: Opcion;
  acto: ActoDeRegimen;
  radicado: string;
  sellado: boolean;
  /** Number of the version of the RUT that it wrote. */
  version: number;
}

const MIGAS = (titular: string) => [
  { texto: 'Inicio', href: `/de/${titular}` },
  { texto: 'SIMPLE', href: deRegimen(titular) },
];

/** The receipt: what the RUT says now, since when, what is filed, and its document. */
export function paginaCambiado({ titular, opcion, acto, radicado, sellado, version }: Props): string {
  const { hecho } = NOMBRES[acto.que];
  return renderizarPagina(
    <Pagina titulo={hecho} encabezado={null} migas={MIGAS(titular)} recargarCada={sellado ? undefined : 5}>
      <Panel titulo={hecho} tono="bien">
        Para todo {acto.anio}, desde el 1 de enero
        <br />
        Radicado <strong>{radicado}</strong>
      </Panel>
      <ListaResumen
        filas={[
          {
            rotulo: 'Cuándo',
            valor: opcion.hecha ? `${formatearFechaHora(opcion.hecha.en)}, hora de Colombia` : '',
          },
          { rotulo: 'Su RUT', valor: `Versión ${version}, con el mismo radicado` },
        ]}
      />
      {sellado ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${deOpcion(titular, opcion.idPublico)}/pdf`}>
            Descargar lo que firmó (PDF)
          </a>
          . Lleva su firma y el sello de la oficina, y también va a su correo.
        </p>
      ) : (
        <p class="govuk-body">
          El PDF se está haciendo: estará aquí en unos segundos, y va a su correo. El RUT ya cambió.
        </p>
      )}
      <LoQueCambia
        regimen={{ casilla53: acto.casilla53, efectos: acto.efectos }}
        antes="Decía"
        despues="Dice"
      />
      <GrupoDeBotones>
        <EnlaceBoton href={`/de/${titular}/rut/versiones`} variante="secundario">
          Ver las versiones de su RUT
        </EnlaceBoton>
        <EnlaceBoton href={`/de/${titular}/vencimientos`} variante="secundario">
          Ver sus vencimientos
        </EnlaceBoton>
      </GrupoDeBotones>
    </Pagina>,
  );
}

/** What was prepared and waits for whoever may sign it. */
export const paginaSinFirmar = (titular: string, opcion: Opcion, puedeFirmar: boolean): string =>
  renderizarPagina(
    <Pagina titulo={`${NOMBRES[opcion.que].acto}: sin firmar`} migas={MIGAS(titular)}>
      <Advertencia>Todavía no cambia nada: falta firmar.</Advertencia>
      {puedeFirmar ? (
        <EnlaceBoton href={`${deOpcion(titular, opcion.idPublico)}/firmar`}>Leer y firmar</EnlaceBoton>
      ) : (
        <p class="govuk-body">
          Está listo para que la persona entre a esta página y lo firme con su propia firma.
        </p>
      )}
    </Pagina>,
  );
