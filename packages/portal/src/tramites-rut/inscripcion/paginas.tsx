import { formatearNit } from '@autogestion/normas/nit';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  ConLado,
  Ficha,
  Formulario,
  Pagina,
  Panel,
  renderizarPagina,
} from '../../interfaz/index.ts';
import { codigo, correo, Preguntar } from '../../interfaz/preguntas/index.ts';
import { type Formulario as Escrito, avisoDeEspera, type SinEmitir } from '../../plataforma/index.ts';
import type { BorradorAbierto } from '../../interfaz/recorrido/index.ts';
import { CopiaDelRecibo, DatosDelAcuse, QueSigueConElRut, type VersionRut } from '../../rut/index.ts';
import type { Documento } from '../../sello/index.ts';

const TITULO = 'Inscripción en el RUT';
const SU_CORREO = correo({ propio: true });
const EL_CODIGO = codigo({ ayuda: 'Seis letras y números.' });

/** What the registration is, what is needed, and the button. */
export const paginaInicio = () =>
  renderizarPagina(
    <Pagina
      titulo={TITULO}
      encabezado="Inscríbase en el RUT"
      letra="xl"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Inscríbase en el RUT desde su casa"
    >
      <ConLado lado={<ALaMano />} luego={<OtrosCaminos />}>
        <p class="govuk-body-l">
          Para personas que van a empezar una actividad o que deben declarar. Toma unos diez minutos y no
          cuesta nada.
        </p>
        <h2 class="govuk-heading-m">Al terminar recibe</h2>
        <p class="govuk-body">
          Su NIT, un acuse con número de radicado y la copia del RUT en PDF, con un código que le permite a
          cualquiera comprobar que es verdadera.
        </p>
        <Formulario accion="/rut/inscripcion">
          <Boton>Empezar</Boton>
        </Formulario>
      </ConLado>
    </Pagina>,
  );

const ALaMano = () => (
  <Ficha titulo="Tenga a la mano">
    <ul class="govuk-list govuk-list--bullet">
      <li>su documento de identidad: necesita la fecha en que se lo expidieron</li>
      <li>un correo electrónico y un celular que sean suyos: le enviaremos un código a cada uno</li>
      <li>su dirección</li>
    </ul>
  </Ficha>
);

const OtrosCaminos = () => (
  <>
    <p class="govuk-body">
      ¿Ya había empezado?{' '}
      <a class="govuk-link" href="/rut/inscripcion/retomar">
        Siga donde iba
      </a>
      , también desde otro dispositivo.
    </p>
    <p class="govuk-body">
      Las empresas, y las personas obligadas a tener matrícula mercantil, se inscriben por la Cámara de
      Comercio (ET 555-1).
    </p>
  </>
);

interface PropsRetomar {
  valores?: Escrito;
  errores?: Record<string, string>;
  vencida?: boolean;
}

export const paginaRetomar = ({ valores = {}, errores = {}, vencida }: PropsRetomar) =>
  renderizarPagina(
    <Pagina
      titulo="Seguir una inscripción"
      encabezado={vencida ? 'Su sesión se cerró por seguridad' : 'Siga donde iba'}
      indexable={false}
      volver="/rut/inscripcion"
      parteDe={TITULO}
      errores={errores}
    >
      {vencida ? (
        <p class="govuk-body">
          No perdió nada: su borrador está guardado, y también lo último que escribió. Confirme que es usted
          para continuar.
        </p>
      ) : (
        <p class="govuk-body">Guardamos cada borrador por 30 días. Escriba el correo con el que empezó.</p>
      )}
      <Formulario accion="/rut/inscripcion/retomar">
        <Preguntar pregunta={SU_CORREO} nombre="Correo electrónico" valores={valores} errores={errores} />
        <Boton>Enviarme un código</Boton>
      </Formulario>
    </Pagina>,
  );

export const paginaRetomarCodigo = (o: {
  correo: string;
  errores?: Record<string, string>;
  espere?: SinEmitir;
}) =>
  renderizarPagina(
    <Pagina
      titulo="Escriba el código"
      indexable={false}
      volver="/rut/inscripcion/retomar"
      parteDe={TITULO}
      errores={o.errores}
    >
      <p class="govuk-body">
        Si hay una inscripción sin terminar con ese correo, le enviamos un código. Puede tardar un minuto;
        mire también en el correo no deseado.
      </p>
      {o.espere ? <Aviso tipo="importante">{avisoDeEspera(o.espere)}</Aviso> : null}
      <Formulario accion="/rut/inscripcion/retomar/codigo" ocultos={{ correo: o.correo }}>
        <Preguntar pregunta={EL_CODIGO} nombre="Código" errores={o.errores ?? {}} />
        <Boton>Continuar</Boton>
      </Formulario>
    </Pagina>,
  );

export const paginaElegirBorrador = (borradores: readonly BorradorAbierto[]) =>
  renderizarPagina(
    <Pagina
      titulo="Elija cuál seguir"
      encabezado="Tiene varias inscripciones sin terminar"
      indexable={false}
      parteDe={TITULO}
    >
      <ul class="govuk-list">
        {borradores.map((b) => (
          <li>
            <a class="govuk-link" href={`/rut/inscripcion/${b.id_publico}`}>
              La que guardó el {formatearFechaHora(b.guardado_en)}
            </a>
          </li>
        ))}
      </ul>
    </Pagina>,
  );

/** The receipt: number, hash, time, and the copy as soon as it is sealed. */
export const paginaRecibo = (o: { version: VersionRut; copia: Documento | undefined; base: string }) => {
  const { registro } = o.version;
  return renderizarPagina(
    <Pagina
      titulo="Ya está en el RUT"
      ancho="ancha"
      indexable={false}
      recargarCada={!o.copia?.sellado ? 3 : undefined}
      encabezado={null}
    >
      <ConLado
        lado={<DatosDelAcuse version={o.version} />}
        luego={<QueSigueConElRut version={o.version} base={o.base.replace(/\/rut$/, '')} />}
      >
        <Panel titulo="Ya está en el RUT">
          Su NIT es <strong>{formatearNit(registro.nit, registro.dv)}</strong>
        </Panel>
        <CopiaDelRecibo
          copia={o.copia}
          href={`${o.base}/copias/${o.copia?.idPublico ?? ''}`}
          correo={registro.ubicacion.correo}
        />
      </ConLado>
    </Pagina>,
  );
};
