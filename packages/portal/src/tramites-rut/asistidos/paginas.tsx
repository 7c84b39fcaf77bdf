import { TIPOS_DOCUMENTO } from '@autogestion/normas/documentos-identidad';
import { MIGA_MESA } from '../../cuentas/index.ts';
import {
  Aviso,
  Boton,
  CampoCodigo,
  camposDe,
  CampoTexto,
  EnlaceBoton,
  Formulario,
  InstanteTexto,
  Pagina,
  Radios,
  renderizarPagina,
  Selector,
  Tabla,
  type Valores,
} from '../../interfaz/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import type { Atencion, ClaseDeAtencion } from './atencion.ts';
import type { SolicitudPorAtender } from './consultas.ts';
import { caminoDeLaAtencion } from './declaracion.ts';

/** Documents by which somebody is found, companies by their NIT. */
const TIPOS = ['13', '22', '48', '41', '47', '46', '21', '31'];
const MOTIVOS: Record<string, string> = {
  'identidad-no-comprobada': 'El registro de identidad no la reconoció',
  'registro-no-disponible': 'El registro de identidad no respondió',
};

interface PropsDeAsistidos {
  clases: readonly ClaseDeAtencion[];
  solicitudes: readonly SolicitudPorAtender[];
  porAceptar: readonly Atencion[];
  valores?: Valores;
  errores?: Record<string, string>;
}

/** Where attending begins: somebody new, somebody registered, or a request that waits. */
export function paginaAsistidos(o: PropsDeAsistidos): string {
  const { valores = {}, errores = {} } = o;
  const campo = camposDe({ valores, errores });
  const deTitular = o.clases.filter((c) => c.clase !== 'inscripcion');
  return renderizarPagina(
    <Pagina
      titulo="Trámites asistidos"

      migas={[MIGA_MESA]}
      errores={errores}
    >
      <p class="govuk-body">
        Se hacen con la persona delante. Ella acepta al final, con un código que llega a su correo y que le
        dicta a usted.
      </p>
      <h2 class="govuk-heading-m">Atender a alguien que está en el RUT</h2>
      <Formulario accion="/mesa/asistidos">
        <Radios
          {...campo.texto('clase')}
          etiqueta="Qué necesita"
          opciones={deTitular.map((c) => ({ valor: c.clase, texto: c.nombre, ayuda: c.ayuda }))}
        />
        <Selector
          {...campo.texto('tipo')}
          valor={campo.texto('tipo').valor || '13'}
          etiqueta="Tipo de documento"
          opciones={TIPOS.flatMap((codigo) => TIPOS_DOCUMENTO.filter((t) => t.codigo === codigo)).map(
            (t) => ({
              valor: t.codigo,
              texto: t.nombre,
            }),
          )}
        />
        <CampoTexto
          {...campo.texto('numero')}
          etiqueta="Número del documento"
          ayuda="De una empresa, el NIT sin el dígito de verificación."
          autocompletar="off"
          ortografia={false}
          ancho={20}
        />
        <Boton>Atender</Boton>
      </Formulario>
      <h2 class="govuk-heading-m">Inscribir a alguien</h2>
      <Formulario accion="/mesa/asistidos/inscripcion">
        <Boton variante="secundario">Empezar una inscripción</Boton>
      </Formulario>
      <Tabla
        titulo="Inscripciones que no se pudieron terminar en línea"
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'Recibida' },
          { titulo: 'Por qué' },
          { titulo: 'Atender' },
        ]}
        conCabezas
        vacia="Ninguna espera."
        filas={o.solicitudes.map((s) => [
          s.radicado,
          <InstanteTexto instante={s.creada_en} />,
          MOTIVOS[s.motivo] ?? s.motivo,
          <Formulario accion="/mesa/asistidos/inscripcion" ocultos={{ radicado: s.radicado }}>
            <Boton variante="enlace">
              Atender<span class="govuk-visually-hidden"> {s.radicado}</span>
            </Boton>
          </Formulario>,
        ])}
      />
      {o.porAceptar.length > 0 ? (
        <Tabla
          titulo="Presentados que nadie ha aceptado"
          columnas={[{ titulo: 'Qué' }, { titulo: 'Presentado' }]}
          conCabezas
          filas={o.porAceptar.map((a) => [
            <a class="govuk-link" href={caminoDeLaAtencion(a.idPublico)}>
              {a.presentado.titulo}
            </a>,
            <InstanteTexto instante={a.presentadoEn} />,
          ])}
        />
      ) : null}
    </Pagina>,
  );
}

interface PropsDeAtencion {
  acto: Atencion;
  /** Law by which an official does it. */
  fundamento: string;
  pedido?: boolean;
  errores?: Record<string, string>;
}

/** What the person is told, and where the official types the code that they dictate. */
export function paginaAtencion({ acto, fundamento, pedido, errores = {} }: PropsDeAtencion): string {
  const camino = caminoDeLaAtencion(acto.idPublico);
  const { presentado } = acto;
  return renderizarPagina(
    <Pagina
      titulo={presentado.titulo}
      migas={[MIGA_MESA, { texto: 'Trámites asistidos', href: '/mesa/asistidos' }]}
      errores={errores}
    >
      {acto.resultado ? (
        <Aviso tipo="exito" titulo="Quedó hecho">
          <p>
            Radicado <strong>{acto.resultado.radicado}</strong>. La constancia sellada llega al correo de la
            persona en unos segundos.
          </p>
        </Aviso>
      ) : (
        <p class="govuk-body">
          Léaselo a la persona. Si está de acuerdo con todo, envíele el código. Con el código que le dicte
          queda hecho.
        </p>
      )}
      <VistaDePresentacion presentacion={presentado} />
      <p class="govuk-body-s">Fundamento: {fundamento}.</p>
      {acto.resultado ? (
        <EnlaceBoton href="/mesa/asistidos">Atender a otra persona</EnlaceBoton>
      ) : (
        <>
          <h2 class="govuk-heading-m">Aceptación</h2>
          {pedido ? (
            <p class="govuk-body" role="status">
              Enviamos el código a {acto.destino}.
            </p>
          ) : null}
          <Formulario accion={`${camino}/codigo`}>
            <Boton variante="secundario">Enviar el código a {acto.destino}</Boton>
          </Formulario>
          <Formulario accion={camino}>
            <CampoCodigo
              nombre="codigo"
              error={errores.codigo}
              etiqueta="Código que le dictó la persona"
              ayuda="Seis letras y números. Si no está de acuerdo, no lo pida: sin código no cambia nada."
            />
            <Boton>La persona acepta</Boton>
          </Formulario>
        </>
      )}
    </Pagina>,
  );
}
