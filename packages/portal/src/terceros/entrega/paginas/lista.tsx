import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Detalles,
  EnlaceBoton,
  InstanteTexto,
  Monto,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import { deEntrega, deExogena } from '../direcciones.ts';
import type { Entrega } from '../entrega.ts';
import type { Plazo } from '../plazo.ts';
import { enMiles, EstadoEnPalabras } from './estado.tsx';

interface Props {
  titular: string;
  entregas: readonly Entrega[];
  anio: number;
  plazo: Plazo | undefined;
  tarde: boolean;
  prepara: boolean;
}

/** What a reporter delivered, and where it begins another one. */
export const paginaExogena = (o: Props): string =>
  renderizarPagina(
    <Pagina
      titulo="Información de terceros"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: `/de/${o.titular}` }]}
    >
      <p class="govuk-body-l">
        Lo que usted reporta de otras personas cada año: a quién le pagó, qué le retuvo, qué le debe.
      </p>
      <ElPlazo {...o} />
      {o.prepara ? (
        <EnlaceBoton href={`${deExogena(o.titular)}/nueva`}>Entregar un archivo</EnlaceBoton>
      ) : null}
      <Tabla
        titulo="Sus entregas, de la más reciente a la más antigua"
        vacia="Todavía no ha entregado nada."
        columnas={[
          { titulo: 'Archivo' },
          { titulo: 'Año' },
          { titulo: 'Formato' },
          { titulo: 'Registros', numerica: true },
          { titulo: 'Valor total', numerica: true },
          { titulo: 'Cómo está' },
          { titulo: 'Cuándo' },
        ]}
        filas={o.entregas.map((e) => [
          <a class="govuk-link" href={deEntrega(o.titular, e.idPublico)}>
            {e.archivo}
          </a>,
          String(e.anio),
          e.leida?.formato ?? '',
          e.leida ? enMiles(e.leida.registros) : '',
          e.leida ? <Monto pesos={e.leida.total} /> : '',
          <EstadoEnPalabras estado={e.estado} />,
          <InstanteTexto instante={e.presentada?.en ?? e.empezadaEn} />,
        ])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/de/${o.titular}/reclamos-recibidos`}>
          Lo que otros dicen que no es así de lo que usted reportó
        </a>
      </p>
      <Detalles resumen="Qué pasa si se entrega tarde o con errores">
        <p class="govuk-body">
          La sanción es del 0,5 % de lo que se reporta tarde, del 0,7 % de lo que se reporta con errores y del
          1 % de lo que no se reporta, sin pasar de 7.500 UVT (Estatuto Tributario, art. 651).
        </p>
        <p class="govuk-body">
          Quien corrige por su cuenta antes del pliego de cargos paga el 10 % de ella; antes de que le
          notifiquen la sanción, el 50 %; en los dos meses que siguen, el 70 %. Nunca es menos de 10 UVT (art.
          639), salvo lo que diga el artículo 640.
        </p>
      </Detalles>
    </Pagina>,
  );

function ElPlazo({ anio, plazo, tarde }: Props) {
  if (!plazo)
    return (
      <p class="govuk-body">
        No conocemos el plazo para reportar {anio}: consúltelo en la resolución del año.
      </p>
    );
  return (
    <Aviso tipo="informacion" titulo={`Lo de ${anio}`}>
      <p class="govuk-body">
        Si le toca reportar, su plazo {tarde ? 'venció' : 'vence'} el{' '}
        <strong>{formatearFecha(plazo.fecha)}</strong>.
      </p>
      <p class="govuk-body">{plazo.regla}</p>
    </Aviso>
  );
}
